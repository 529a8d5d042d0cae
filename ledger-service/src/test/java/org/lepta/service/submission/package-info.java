/** Tests of what people and programs submit. */
@NullMarked
package org.lepta.service.submission;

import org.jspecify.annotations.NullMarked;
