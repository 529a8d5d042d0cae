/** Tests of the comparison with other services and of the fetching of texts. */
@NullMarked
package org.lepta.service.consortium;

import org.jspecify.annotations.NullMarked;
