package org.lepta.ledger.contract;

import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.ledger.rule.WorkingState;
import tools.jackson.databind.JsonNode;

/** Starts a ledger: leaf 0. */
final class StartContract {

  private StartContract() {}

  static byte[] start(ChaincodeStub stub) {
    Request request = Request.of(stub);
    List<JsonNode> entries = request.entries(1);
    if (entries.size() != 1) {
      throw new RefusedException(Code.REQUEST_MALFORMED, "entries");
    }
    Entry entry = EntryReader.read(entries.getFirst()).entry();
    WorkingState state = new WorkingState(new CommittedState(stub));
    Members.start(state, entry, Request.signerMsp(stub));
    byte[] packed =
        new Packed(
                ((Genesis) entry.body()).organisation(),
                0,
                request.digest(),
                null,
                List.of(entry),
                List.of())
            .encode();
    state.put(StateKeys.started(), packed);
    state.writes().forEach(stub::putState);
    return packed;
  }
}
