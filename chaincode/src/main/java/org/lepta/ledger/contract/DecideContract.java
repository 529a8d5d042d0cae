package org.lepta.ledger.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Lane;
import org.lepta.ledger.rule.LaneState;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import tools.jackson.databind.JsonNode;

/** Runs one lane transaction and writes its entries under the lane's next number. */
final class DecideContract {

  private DecideContract() {}

  static byte[] decide(ChaincodeStub stub) {
    Request request = Request.of(stub);
    long sealTo = request.number("sealTo", 0);
    List<JsonNode> entries = request.entries(Lane.MAX_ENTRIES);
    String organisation = request.requireSigner(stub);
    Lane lane = new Lane(new CommittedState(stub), organisation, stub.getTxTimestamp());
    LaneState before = lane.progress();
    lane.seal(sealTo);
    List<Result> results = take(lane, entries);
    Answer answer = Answer.of(results);
    LaneState sealed = lane.progress();
    if (!lane.accepted().isEmpty() || sealed.sealedUpTo() > before.sealedUpTo()) {
      LaneState after = new LaneState(before.number() + 1, sealed.sealedUpTo());
      lane.state().put(StateKeys.lane(organisation), after);
      Packed packed =
          new Packed(
              organisation,
              after.number(),
              request.digest(),
              after.sealedUpTo(),
              lane.accepted(),
              answer.refused());
      lane.state().put(StateKeys.decided(organisation, after.number()), packed.encode());
      lane.state().writes().forEach(stub::putState);
      guardFunds(stub, lane);
    }
    return answer.encode();
  }

  /** Entries that cannot be read split the request, so that they lose no neighbour. */
  private static List<Result> take(Lane lane, List<JsonNode> nodes) {
    List<Result> results = new ArrayList<>();
    List<Entry> readable = new ArrayList<>();
    for (JsonNode node : nodes) {
      try {
        readable.add(EntryReader.read(node).entry());
      } catch (RefusedException e) {
        results.addAll(lane.take(readable));
        readable.clear();
        results.add(Result.Refused.of(e));
      }
    }
    results.addAll(lane.take(readable));
    return results;
  }

  /**
   * From here on nobody changes a managed fund without its owner and one other member. Who the
   * others are is brought up to date whenever the fund's key is written.
   */
  private static void guardFunds(ChaincodeStub stub, Lane lane) {
    byte[] policy = KeyPolicy.ownerAndOneOther(Members.of(lane.state()), Request.signerMsp(stub));
    for (String fund : lane.touchedFunds()) {
      String balance = StateKeys.balance(fund);
      if (!Arrays.equals(policy, stub.getStateValidationParameter(balance))) {
        stub.setStateValidationParameter(balance, policy);
        stub.setStateValidationParameter(StateKeys.fund(fund), policy);
      }
    }
  }
}
