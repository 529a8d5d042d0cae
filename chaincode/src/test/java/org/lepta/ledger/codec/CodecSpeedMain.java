package org.lepta.ledger.codec;

import java.util.List;
import java.util.function.Consumer;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import tools.jackson.databind.JsonNode;

/** Prints what reading and writing one entry costs; run it by hand, in pairs of versions. */
final class CodecSpeedMain {

  private static final int ROUNDS = 7;
  private static final int PER_ROUND = 40_000;

  private CodecSpeedMain() {}

  public static void main(String[] args) {
    for (Kind kind : List.of(Kind.DONATION, Kind.GRANT, Kind.DISBURSEMENT)) {
      for (Entry entry : List.of(Samples.minimal(kind), Samples.full(kind))) {
        print(kind, entry);
      }
    }
  }

  private static void print(Kind kind, Entry entry) {
    byte[] bytes = EntryCodec.encode(entry);
    JsonNode tree = CanonicalJson.parse(bytes);
    System.out.printf(
        "%-12s %4d bytes: fromTree %5d ns, parse %5d ns, decode %5d ns, encode %5d ns%n",
        kind.label(),
        bytes.length,
        best(i -> EntryCodec.fromTree(tree)),
        best(i -> CanonicalJson.parse(bytes)),
        best(i -> EntryCodec.decode(bytes)),
        best(i -> EntryCodec.encode(entry)));
  }

  /** The quietest round, because neighbours on the machine only ever add. */
  private static long best(Consumer<Integer> work) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < PER_ROUND; i++) {
        work.accept(i);
      }
      best = Math.min(best, (System.nanoTime() - start) / PER_ROUND);
    }
    return best;
  }
}
