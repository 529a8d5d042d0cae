/** Tests of the parts of an import that its public face does not show. */
@NullMarked
package org.lepta.service.exchange.internal;

import org.jspecify.annotations.NullMarked;
