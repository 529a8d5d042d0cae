package org.lepta.ledger.contract;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.rule.Lane;
import org.lepta.ledger.rule.LaneState;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.MembersState;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import tools.jackson.databind.JsonNode;

/** Runs one lane transaction and writes its entries under the lane's next number. */
final class DecideContract {

  private DecideContract() {}

  static byte[] decide(ChaincodeStub stub) {
    Request request = Request.of(stub);
    String organisation = request.requireSigner(stub);
    Lane lane = new Lane(new CommittedState(stub), organisation, stub.getTxTimestamp());
    LaneState before = lane.progress();
    lane.seal(request.number("sealTo", 0));
    List<Result> results = take(lane, request.entries(Lane.MAX_ENTRIES));
    Answer answer = answer(results);
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
      guardNewFunds(stub, lane, organisation);
    }
    return answer.encode();
  }

  /** Entries that cannot be read split the request, so that they lose no neighbour. */
  private static List<Result> take(Lane lane, List<JsonNode> nodes) {
    List<Result> results = new ArrayList<>();
    List<Entry> readable = new ArrayList<>();
    for (JsonNode node : nodes) {
      try {
        readable.add(EntryReader.read(node));
      } catch (RefusedException e) {
        results.addAll(lane.take(readable));
        readable.clear();
        results.add(new Result.Refused(e.code(), e.detail()));
      }
    }
    results.addAll(lane.take(readable));
    return results;
  }

  private static Answer answer(List<Result> results) {
    List<Packed.Refused> refused = new ArrayList<>();
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Answer.add(refused, i, results.get(i));
      if (results.get(i) instanceof Result.Repeated) {
        repeated.add(i);
      }
    }
    return new Answer(refused, repeated);
  }

  /** From here on nobody changes a managed fund without its owner and one other member. */
  private static void guardNewFunds(ChaincodeStub stub, Lane lane, String organisation) {
    for (Entry entry : lane.accepted()) {
      if (entry.body() instanceof Fund fund && fund.mode() == FundMode.MANAGED) {
        MembersState members = Members.of(lane.state());
        byte[] policy = KeyPolicy.ownerAndOneOther(members, organisation);
        stub.setStateValidationParameter(StateKeys.balance(entry.id()), policy);
        stub.setStateValidationParameter(StateKeys.fund(entry.id()), policy);
      }
    }
  }
}
