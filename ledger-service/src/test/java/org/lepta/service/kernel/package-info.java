/** Tests of the shared vocabulary; they need nothing but the JDK. */
@NullMarked
package org.lepta.service.kernel;

import org.jspecify.annotations.NullMarked;
