package org.lepta.ledger.contract;

import java.util.List;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.rule.Result;

/**
 * What a transaction tells its sender: which positions of the request were refused, with code and
 * detail, and which repeat what is recorded already.
 */
public record Answer(List<Packed.Refused> refused, List<Integer> repeated) {

  public Answer {
    refused = refused == null ? List.of() : List.copyOf(refused);
    repeated = repeated == null ? List.of() : List.copyOf(repeated);
  }

  static Answer of(List<Packed.Refused> refused) {
    return new Answer(refused, List.of());
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return RecordCodec.encode(this);
  }

  /** Reads what a transaction answered. */
  public static Answer decode(byte[] bytes) {
    return RecordCodec.decode(bytes, Answer.class);
  }

  static void add(List<Packed.Refused> refused, int position, Result result) {
    if (result instanceof Result.Refused no) {
      refused.add(new Packed.Refused(position, no.code().name(), no.detail()));
    }
  }
}
