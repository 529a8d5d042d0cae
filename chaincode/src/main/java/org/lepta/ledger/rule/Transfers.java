package org.lepta.ledger.rule;

import java.util.List;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;

/** The two halves of a transfer stand next to each other and say the same. */
final class Transfers {

  private Transfers() {}

  /** Whether these are the two halves of a transfer, or of its correction, and so taken as one. */
  static boolean isPair(Entry first, Entry second) {
    return unwrap(first) instanceof TransferOut
        && unwrap(second) instanceof TransferIn
        && first.kind().equals(Kind.CORRECTION) == second.kind().equals(Kind.CORRECTION);
  }

  /**
   * Requires both halves, and both new or both repeated: half a transfer would make money.
   *
   * @param together the entries taken as one
   * @param results whether each is new
   * @throws RefusedException with TRANSFER_UNPAIRED
   */
  static void requirePaired(List<Entry> together, List<Result> results) {
    Entry first = together.getFirst();
    Body body = unwrap(first);
    if (!(body instanceof TransferOut) && !(body instanceof TransferIn)) {
      return;
    }
    boolean paired =
        together.size() == 2
            && body instanceof TransferOut out
            && unwrap(together.get(1)) instanceof TransferIn in
            && agree(out, in)
            && named(first, together.get(1), out, in)
            && results.getFirst().equals(results.get(1));
    Require.that(paired, Code.TRANSFER_UNPAIRED, "kind");
  }

  private static boolean agree(TransferOut out, TransferIn in) {
    return out.unit().equals(in.unit())
        && out.amount().equals(in.amount())
        && out.basis().equals(in.basis())
        && out.toFund().equals(in.fund())
        && in.fromFund().equals(out.fund())
        && !in.fund().equals(out.fund());
  }

  private static boolean named(Entry first, Entry second, TransferOut out, TransferIn in) {
    if (first.body() instanceof Correction a && second.body() instanceof Correction b) {
      return in.transferOut().equals(a.target()) && out.transferIn().equals(b.target());
    }
    return out.transferIn().equals(second.id()) && in.transferOut().equals(first.id());
  }

  private static Body unwrap(Entry entry) {
    return entry.body() instanceof Correction c ? c.reverses() : entry.body();
  }
}
