package org.lepta.ledger.codec;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lepta.ledger.Samples;
import org.lepta.ledger.Sha256;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.Postings;
import org.lepta.ledger.rule.ReleaseHash;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All vectors of the documentation by their path, as this code makes them. */
final class Vectors {

  private static final String TEXT = "Книги для школы";

  private Vectors() {}

  static SortedMap<String, byte[]> all() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      files.put("entries/" + kind.label() + ".json", EntryCodec.encode(Samples.full(kind)));
      files.put(
          "entries/" + kind.label() + "-minimal.json", EntryCodec.encode(Samples.minimal(kind)));
    }
    files.put("entries/genesis-second.json", EntryCodec.encode(Samples.fullSecond(Kind.GENESIS)));
    files.put("entries/donation-moved.json", EntryCodec.encode(Samples.fullSecond(Kind.DONATION)));
    leaves().forEach((name, leaf) -> files.put("leaves/" + name + ".json", LeafCodec.encode(leaf)));
    secondLeaves()
        .forEach((name, leaf) -> files.put("leaves-2/" + name + ".json", LeafCodec.encode(leaf)));
    files.put("postings.json", lines(postings()));
    files.put("hashes.json", lines(hashes()));
    files.put("entries-bad/expected.json", lines(bad()));
    for (BadEntries.Bad bad : BadEntries.all()) {
      files.put("entries-bad/" + bad.name() + ".json", bad.bytes());
    }
    return files;
  }

  /** A JSON list with one element a line, so that a difference is seen by eye. */
  private static byte[] lines(List<ObjectNode> rows) {
    List<String> lines = new ArrayList<>();
    for (ObjectNode row : rows) {
      lines.add(new String(CanonicalJson.write(row), StandardCharsets.UTF_8));
    }
    return ("[\n" + String.join(",\n", lines) + "\n]\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<ObjectNode> bad() {
    List<ObjectNode> rows = new ArrayList<>();
    for (BadEntries.Bad bad : BadEntries.all()) {
      rows.add(RecordCodec.newTree().put("file", bad.name() + ".json").put("field", bad.field()));
    }
    return rows;
  }

  static SortedMap<String, Leaf> leaves() {
    TreeMap<String, Leaf> leaves = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      leaves.put(kind.label(), leaf(1, Samples.full(kind)));
    }
    Leaf first = leaf(1, Samples.minimal(Kind.DONATION));
    leaves.put(
        "donation-repeated",
        new Leaf(
            first.version(),
            first.at(),
            first.recordedBy(),
            first.through(),
            first.orgSeq(),
            first.sealedUpTo(),
            first.entry(),
            first.fundSeq(),
            List.of(),
            List.of(),
            3L,
            List.of(Flag.REPEAT, Flag.LATE)));
    return Collections.unmodifiableSortedMap(leaves);
  }

  static SortedMap<String, Leaf> secondLeaves() {
    TreeMap<String, Leaf> leaves = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      leaves.put(kind.label(), leaf(2, Samples.fullSecond(kind)));
    }
    return Collections.unmodifiableSortedMap(leaves);
  }

  static Leaf leaf(int version, Entry entry) {
    Through through =
        switch (entry.kind().kindClass()) {
          case DECISION -> entry.kind() == Kind.GENESIS ? Through.START : Through.LANE;
          case FACT, NOTE -> Through.BATCH;
        };
    List<Posting> postings =
        entry.body() instanceof Flow flow ? Postings.of(flow, FundMode.MANAGED) : List.of();
    boolean second = version == 2;
    return new Leaf(
        version,
        new Leaf.Place(7, 1, 2, second ? LocalDate.of(2026, 1, 7) : null),
        "XM-LEPTA-1",
        through,
        through == Through.START ? 0 : 12,
        second && through == Through.LANE ? 9L : null,
        entry,
        entry.body() instanceof Flow ? 5L : null,
        postings,
        balances(postings),
        null,
        List.of());
  }

  private static List<Leaf.Balance> balances(List<Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.account().isInside())
        .map(p -> new Leaf.Balance(p.account(), p.unit(), balance(p.account()), p.grant()))
        .toList();
  }

  private static Amount balance(Account account) {
    return account == Account.FREE ? Amount.parse("-0.0001") : Amount.ofUnits(20_000);
  }

  static List<ObjectNode> postings() {
    List<ObjectNode> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (Flow.class.isAssignableFrom(kind.type()) && kind != Kind.CORRECTION) {
        for (boolean full : List.of(true, false)) {
          add(rows, (Flow) Samples.body(kind, full));
          add(rows, Samples.correction(kind, full));
        }
      }
    }
    return rows;
  }

  private static void add(List<ObjectNode> rows, Flow flow) {
    for (FundMode mode : FundMode.values()) {
      ObjectNode row = RecordCodec.newTree();
      row.put("mode", mode.word());
      row.set("body", EntryCodec.bodyTree(flow));
      ArrayNode postings = row.putArray("postings");
      for (Posting posting : Postings.of(flow, mode)) {
        ObjectNode node = postings.addObject();
        node.put("account", posting.account().label());
        node.put("unit", posting.unit().code());
        node.put("amount", posting.amount().toString());
        if (posting.grant() != null) {
          node.put("grant", posting.grant());
        }
      }
      rows.add(row);
    }
  }

  private static void addHashes(List<ObjectNode> rows, String folder, Map<String, Leaf> leaves) {
    leaves.forEach((name, leaf) ->
        rows.add(
            RecordCodec.newTree()
                .put("what", "leaf")
                .put("of", folder + '/' + name + ".json")
                .put("sha256", Sha256.hex(new byte[] {0}, LeafCodec.encode(leaf)))));
  }

  /** Computed here from the documents' own words, not by the code under test. */
  private static List<ObjectNode> hashes() {
    List<ObjectNode> rows = new ArrayList<>();
    addHashes(rows, "leaves", leaves());
    addHashes(rows, "leaves-2", secondLeaves());
    rows.add(
        RecordCodec.newTree()
            .put("what", "release")
            .put("of", "entries/release.json")
            .put("sha256", ReleaseHash.of(Samples.full(Kind.RELEASE)).hex()));
    byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f".repeat(2));
    rows.add(
        RecordCodec.newTree()
            .put("what", "text")
            .put("salt", HexFormat.of().formatHex(salt))
            .put("text", TEXT)
            .put(
                "sha256",
                Sha256.hex(
                    "lepta/text/v1\0".getBytes(StandardCharsets.US_ASCII),
                    salt,
                    TEXT.getBytes(StandardCharsets.UTF_8))));
    return rows;
  }
}
