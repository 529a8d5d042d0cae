package org.lepta.service.ledger;

import java.util.HexFormat;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement.RoleType;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;

/** Key policies as the shim makes them. */
final class KeyPolicies {
  private KeyPolicies() {}

  /** Returns the policy "all of these organisations", in hexadecimal. */
  static String allOf(String... mspIds) {
    StateBasedEndorsement policy =
        StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(new byte[0]);
    policy.addOrgs(RoleType.RoleTypeMember, mspIds);
    return HexFormat.of().formatHex(policy.policy());
  }
}
