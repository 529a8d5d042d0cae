/** Tests of the tree and its proofs against public vectors, golden roots and the definition. */
@NullMarked
package org.lepta.service.transparency.proof;

import org.jspecify.annotations.NullMarked;
