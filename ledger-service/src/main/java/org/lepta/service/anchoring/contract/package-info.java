/**
 * What Web3j's generator makes of the contract ({@code npm run wrapper} in {@code
 * src/main/contract}); never changed by hand.
 */
@NullUnmarked
package org.lepta.service.anchoring.contract;

import org.jspecify.annotations.NullUnmarked;
