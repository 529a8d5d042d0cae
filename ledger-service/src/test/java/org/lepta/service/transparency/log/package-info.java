/** Tests of the publisher and its files. */
@NullMarked
package org.lepta.service.transparency.log;

import org.jspecify.annotations.NullMarked;
