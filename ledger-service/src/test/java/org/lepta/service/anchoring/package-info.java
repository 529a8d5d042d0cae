/** Tests of anchors, on a real chain: anvil, started by the tests. */
@NullMarked
package org.lepta.service.anchoring;

import org.jspecify.annotations.NullMarked;
