package org.lepta.service;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Which module of the service may depend on which: the whole table, in one place.
 *
 * <p>A module is a direct sub-package of {@code org.lepta.service}; its root package is what others
 * may use, sub-packages are its own affair unless {@link #PUBLISHED_SUBPACKAGES} names them. A new
 * module needs a row here, a new dependency needs a word in its row.
 */
final class ModuleTable {
  static final String SERVICE = "org.lepta.service";

  /** Sub-packages that other modules may use as well as the module's root package. */
  static final List<String> PUBLISHED_SUBPACKAGES =
      List.of(
          "transparency.proof",
          "transparency.tiles",
          "transparency.log",
          "transparency.witness",
          "ledger.recording",
          "ledger.embedded",
          "ledger.bench",
          "ledger.fabric",
          "ledger.identity",
          "ledger.connection",
          "indexing.read",
          "indexing.facet",
          "indexing.finding",
          "indexing.flow",
          "indexing.matching",
          "platform.database");

  /** The libraries that exactly one module may touch, by package prefix. */
  static final Map<String, String> ONLY_IMPORTER =
      Map.of("org.hyperledger", "ledger", "org.web3j", "anchoring", "org.sqlite", "exchange");

  private static final SequencedMap<String, List<String>> ALLOWED = new TreeMap<>();

  static {
    allow("kernel", "");
    allow("ledger", "kernel");
    // Runs Fabric's programs; takes certificates and the form of the connection file from ledger.
    allow("network", "kernel ledger");
    allow("transparency", "kernel");
    allow("indexing", "kernel ledger transparency");
    allow("submission", "kernel ledger transparency indexing");
    allow("sample", "kernel ledger transparency indexing submission");
    allow("donation", "kernel ledger transparency indexing");
    allow("allocation", "kernel ledger transparency indexing");
    allow("participation", "kernel ledger transparency indexing");
    allow("trail", "kernel transparency indexing donation allocation");
    allow(
        "exchange",
        "kernel ledger transparency indexing submission donation allocation participation trail");
    // Puts a gift's entries and their proofs into one file, and checks such files without the rest.
    allow("passport", "kernel transparency indexing trail");
    allow("anchoring", "kernel transparency");
    // Reads one log and records on another ledger.
    allow("moving", "kernel ledger transparency indexing");
    // Rebuilds a log's figures from its entries alone, with the index's pure rules and no database.
    allow("audit", "kernel indexing transparency");
    // The auditor's sample, from a published log alone.
    allow("sampling", "kernel audit transparency");
    // Compares roots with the other services of the ledger and fetches texts from them.
    allow("consortium", "kernel indexing transparency");
    allow(
        "explorer",
        "kernel transparency indexing donation allocation participation trail exchange anchoring"
            + " consortium passport");
    allow("desk", "kernel ledger indexing donation allocation participation trail exchange");
    allow("platform", "kernel ledger");
    allow(
        "command",
        "kernel ledger transparency indexing audit sampling submission sample donation allocation"
            + " participation trail exchange anchoring consortium explorer desk platform network"
            + " moving passport");
  }

  private ModuleTable() {}

  /** Every module with the modules it may depend on; nobody may depend on {@code command}. */
  static SequencedMap<String, List<String>> allowed() {
    return ALLOWED;
  }

  private static void allow(String module, String others) {
    ALLOWED.put(module, others.isEmpty() ? List.of() : List.of(others.split(" ", -1)));
  }
}
