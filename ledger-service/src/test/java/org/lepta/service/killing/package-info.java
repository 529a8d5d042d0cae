/** Trials that kill the whole service at random moments and look at what is left. */
@NullMarked
package org.lepta.service.killing;

import org.jspecify.annotations.NullMarked;
