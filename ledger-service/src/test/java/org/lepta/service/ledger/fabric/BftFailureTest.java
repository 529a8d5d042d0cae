package org.lepta.service.ledger.fabric;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.network.Ordering;

/** Of four members three endorse, and SmartBFT orders. */
@EnabledIfSystemProperty(
    named = "lepta.long",
    matches = "true",
    disabledReason = "half a minute more; scripts/test --long runs it")
final class BftFailureTest extends FabricFailures {
  @RegisterExtension
  static final SharedNetwork.Extension NETWORK = new SharedNetwork.Extension(Ordering.BFT);
}
