/** Tests of the fund line and the trails. */
@NullMarked
package org.lepta.service.trail;

import org.jspecify.annotations.NullMarked;
