package org.lepta.ledger.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import tools.jackson.databind.JsonNode;

/** Reads the tree of a leaf. */
final class LeafForm {

  private static final int NEWEST = 2;

  private LeafForm() {}

  static Leaf read(JsonNode tree) {
    RecordShape.requireObject(tree);
    try {
      return leaf(tree);
    } catch (CodecException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CodecException("", "a leaf has a value that is not of its form", e);
    }
  }

  private static Leaf leaf(JsonNode tree) {
    return new Leaf(
        version(tree),
        RecordCodec.fromTree(field(tree, "at"), Leaf.Place.class),
        field(tree, "recordedBy").stringValue(),
        word(Through.values(), field(tree, "through")),
        field(tree, "orgSeq").longValue(),
        number(tree.get("sealedUpTo")),
        EntryCodec.fromTree(field(tree, "entry")),
        number(tree.get("fundSeq")),
        list(tree.get("postings"), LeafForm::posting),
        list(tree.get("balances"), LeafForm::balance),
        number(tree.get("repeatOf")),
        list(tree.get("flags"), flag -> word(Flag.values(), flag)));
  }

  private static int version(JsonNode tree) {
    int version = field(tree, "v").intValue();
    if (version < 1 || version > NEWEST) {
      throw new CodecException("v", "a version that is not known here");
    }
    return version;
  }

  private static Posting posting(JsonNode node) {
    return new Posting(account(node), unit(node), amount(node), grant(node));
  }

  private static Leaf.Balance balance(JsonNode node) {
    return new Leaf.Balance(account(node), unit(node), amount(node), grant(node));
  }

  private static Account account(JsonNode node) {
    return Account.ofLabel(field(node, "account").stringValue());
  }

  private static Unit unit(JsonNode node) {
    return new Unit(field(node, "unit").stringValue());
  }

  private static Amount amount(JsonNode node) {
    return Amount.parse(field(node, "amount").stringValue());
  }

  private static @Nullable String grant(JsonNode node) {
    JsonNode grant = node.get("grant");
    return grant == null ? null : grant.stringValue();
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
        .filter(value -> value.word().equals(node.stringValue()))
        .findFirst()
        .orElseThrow(() -> new CodecException("", "unknown word in a leaf"));
  }

  private static JsonNode field(JsonNode tree, String name) {
    JsonNode value = tree.get(name);
    if (value == null) {
      throw new CodecException(name, "missing");
    }
    return value;
  }
}
