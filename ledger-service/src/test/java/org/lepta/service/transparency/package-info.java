/** Tests of the texts beside the log, with damage done to their files on purpose. */
@NullMarked
package org.lepta.service.transparency;

import org.jspecify.annotations.NullMarked;
