package org.lepta.ledger.contract;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import tools.jackson.databind.JsonNode;

/** Writes a batch under the organisation's own number, and its sums under a second key. */
final class RecordContract {

  private RecordContract() {}

  static byte[] record(ChaincodeStub stub) {
    Request request = Request.of(stub);
    String organisation = request.requireSigner(stub);
    long number = request.number("number", 1);
    String key = StateKeys.batch(organisation, number);
    byte[] earlier = new CommittedState(stub).get(key);
    if (earlier != null) {
      return repeated(request, earlier);
    }
    return write(stub, request, organisation, number);
  }

  /** The same batch again gives its first result; nothing is written. */
  private static byte[] repeated(Request request, byte[] earlier) {
    Packed packed = Packed.decode(earlier);
    if (!packed.request().equals(request.digest())) {
      throw new RefusedException(Code.BATCH_NUMBER_TAKEN, "number");
    }
    return Answer.of(packed.refused()).encode();
  }

  private static byte[] write(
      ChaincodeStub stub, Request request, String organisation, long number) {
    Batch batch = new Batch(new CommittedState(stub), organisation);
    List<Packed.Refused> refused = new ArrayList<>();
    List<JsonNode> entries = request.entries(Batch.MAX_ENTRIES);
    for (int i = 0; i < entries.size(); i++) {
      Answer.add(refused, i, take(batch, entries.get(i)));
    }
    Packed packed =
        new Packed(organisation, number, request.digest(), null, batch.accepted(), refused);
    stub.putState(StateKeys.batch(organisation, number), packed.encode());
    stub.putState(StateKeys.sums(organisation, number), RecordCodec.encode(batch.sums()));
    return Answer.of(refused).encode();
  }

  private static Result take(Batch batch, JsonNode node) {
    try {
      return batch.take(EntryReader.read(node));
    } catch (RefusedException e) {
      return new Result.Refused(e.code(), e.detail());
    }
  }
}
