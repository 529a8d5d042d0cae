/** Tests of the invented sample. */
@NullMarked
package org.lepta.service.sample;

import org.jspecify.annotations.NullMarked;
