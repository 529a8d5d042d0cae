package org.lepta.ledger.contract;

import java.util.ArrayList;
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
    refused = List.copyOf(refused);
    repeated = List.copyOf(repeated);
  }

  /** One result per position of the request. */
  static Answer of(List<Result> results) {
    List<Packed.Refused> refused = new ArrayList<>();
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case Result.Refused no -> refused.add(new Packed.Refused(i, no.code().name(), no.detail()));
        case Result.Repeated again -> repeated.add(i);
        case Result.Recorded taken -> {}
      }
    }
    return new Answer(refused, repeated);
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return RecordCodec.encode(this);
  }

  /** Reads what a transaction answered. */
  public static Answer decode(byte[] bytes) {
    return RecordCodec.decode(bytes, Answer.class);
  }
}
