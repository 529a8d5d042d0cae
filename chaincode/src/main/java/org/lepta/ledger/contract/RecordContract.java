package org.lepta.ledger.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
    long number = request.number("number", 1);
    List<JsonNode> entries = request.entries(Batch.MAX_ENTRIES);
    String organisation = request.requireSigner(stub);
    byte[] earlier = new CommittedState(stub).get(StateKeys.batch(organisation, number));
    if (earlier != null) {
      return repeated(request, entries, earlier);
    }
    return write(stub, new Batch(new CommittedState(stub), organisation), request, number, entries);
  }

  /** The same batch again gives its first result; nothing is written. */
  private static byte[] repeated(Request request, List<JsonNode> entries, byte[] earlier) {
    Packed packed = Packed.decode(earlier);
    if (!packed.request().equals(request.digest())) {
      throw new RefusedException(Code.BATCH_NUMBER_TAKEN, "number");
    }
    TreeSet<Integer> refused = new TreeSet<>();
    packed.refused().forEach(refusal -> refused.add(refusal.position()));
    List<Integer> taken =
        IntStream.range(0, entries.size()).boxed().filter(i -> !refused.contains(i)).toList();
    List<Boolean> repeats =
        Batch.repeats(taken.stream().map(i -> EntryReader.read(entries.get(i)).entry()).toList());
    List<Integer> repeated =
        IntStream.range(0, taken.size()).filter(repeats::get).mapToObj(taken::get).toList();
    return new Answer(packed.refused(), repeated).encode();
  }

  private static byte[] write(
      ChaincodeStub stub, Batch batch, Request request, long number, List<JsonNode> entries) {
    List<byte[]> taken = new ArrayList<>();
    Answer answer = Answer.of(entries.stream().map(entry -> take(batch, entry, taken)).toList());
    String organisation = batch.organisation();
    Packed packed =
        new Packed(
            organisation, number, request.digest(), null, batch.accepted(), answer.refused());
    stub.putState(StateKeys.batch(organisation, number), packed.encode(taken));
    stub.putState(StateKeys.sums(organisation, number), RecordCodec.encode(batch.sums()));
    return answer.encode();
  }

  /** Takes one entry and, if it is recorded, adds its canonical bytes. */
  private static Result take(Batch batch, JsonNode node, List<byte[]> taken) {
    try {
      EntryReader.Canonical read = EntryReader.read(node);
      Result result = batch.take(read.entry());
      if (result instanceof Result.Recorded) {
        taken.add(read.bytes());
      }
      return result;
    } catch (RefusedException e) {
      return Result.Refused.of(e);
    }
  }
}
