package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import tools.jackson.databind.JsonNode;

/** Reads leaves from their canonical bytes (docs/reference/leaf-format). Thread-safe. */
public final class LeafReader {

  private LeafReader() {}

  /**
   * The leaf that these bytes are: {@link LeafCodec#encode} of it gives them again.
   *
   * @throws CodecException if they are no leaf
   * @throws IllegalArgumentException if a word in them is unknown
   */
  public static Leaf read(byte[] bytes) {
    JsonNode tree = CanonicalJson.parse(bytes);
    return new Leaf(
        RecordCodec.fromTree(field(tree, "at"), Leaf.Place.class),
        field(tree, "recordedBy").asString(),
        word(Through.values(), field(tree, "through")),
        field(tree, "orgSeq").longValue(),
        EntryCodec.fromTree(field(tree, "entry")),
        number(tree.get("fundSeq")),
        list(tree.get("postings"), LeafReader::posting),
        list(tree.get("balances"), LeafReader::balance),
        number(tree.get("repeatOf")),
        list(tree.get("flags"), flag -> word(Flag.values(), flag)));
  }

  private static Posting posting(JsonNode node) {
    return new Posting(account(node), unit(node), amount(node), grant(node));
  }

  private static Leaf.Balance balance(JsonNode node) {
    return new Leaf.Balance(account(node), unit(node), amount(node), grant(node));
  }

  private static Account account(JsonNode node) {
    return Account.ofLabel(field(node, "account").asString());
  }

  private static Unit unit(JsonNode node) {
    return new Unit(field(node, "unit").asString());
  }

  private static Amount amount(JsonNode node) {
    return Amount.parse(field(node, "amount").asString());
  }

  private static @Nullable String grant(JsonNode node) {
    JsonNode grant = node.get("grant");
    return grant == null ? null : grant.asString();
  }

  private static @Nullable Long number(@Nullable JsonNode node) {
    return node == null ? null : node.longValue();
  }

  private static <T> List<T> list(@Nullable JsonNode nodes, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    if (nodes != null) {
      nodes.forEach(node -> values.add(read.apply(node)));
    }
    return values;
  }

  private static <T extends Words> T word(T[] values, JsonNode node) {
    return Arrays.stream(values)
        .filter(value -> value.word().equals(node.asString()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown word in a leaf"));
  }

  private static JsonNode field(JsonNode tree, String name) {
    JsonNode value = tree.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a leaf without " + name);
    }
    return value;
  }
}
