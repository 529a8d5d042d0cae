package org.lepta.service.explorer.api;

import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.indexing.read.Texts;
import tools.jackson.databind.node.ObjectNode;

/** Which log this one continues, and which ledger continues this one, as the status tells it. */
final class LineageJson {

  private LineageJson() {}

  /** Puts the log that this one continues; null if it is a first one. */
  static void putPrevious(ObjectNode log, Lineage lineage) {
    Lineage.@Nullable Previous previous = lineage.previous().orElse(null);
    if (previous == null) {
      log.putNull("previous");
      return;
    }
    log.putObject("previous")
        .put("origin", previous.origin())
        .put("size", previous.size())
        .put("root", previous.root());
  }

  /** Puts the ledger that continues this one; null while it goes on itself. */
  static void putSuccessor(ObjectNode ledger, Lineage lineage, Texts texts) {
    Lineage.@Nullable Successor successor = lineage.successor().orElse(null);
    if (successor == null) {
      ledger.putNull("successor");
      return;
    }
    ledger
        .putObject("successor")
        .put("firstBlock", successor.firstBlock())
        .put("leafIndex", successor.entry().index())
        .put("log", texts.text(successor.entry().entry(), Lineage.LOG).orElse(null));
  }
}
