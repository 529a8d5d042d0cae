/**
 * The small vocabulary that every module of the service shares: hashes, URL keys and refusals.
 *
 * <p>Invariants: values are immutable, compare by content and may be used by any thread. Nothing
 * here knows a framework, a database or a network; this package depends on the JDK alone.
 */
@NullMarked
package org.lepta.service.kernel;

import org.jspecify.annotations.NullMarked;
