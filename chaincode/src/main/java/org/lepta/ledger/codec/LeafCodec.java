package org.lepta.ledger.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The canonical bytes of a leaf, versions 1 and 2 (docs/reference/leaf-format). They are made once,
 * when a block is integrated, and never again. Stateless and thread-safe.
 */
public final class LeafCodec {

  private LeafCodec() {}

  /**
   * The canonical bytes.
   *
   * @throws CodecException if the leaf is longer than {@link Leaf#MAX_BYTES}; entries are bounded
   *     so that none is
   */
  public static byte[] encode(Leaf leaf) {
    byte[] bytes = CanonicalJson.write(toTree(leaf));
    if (bytes.length > Leaf.MAX_BYTES) {
      throw new CodecException("", "leaf of " + bytes.length + " bytes");
    }
    return bytes;
  }

  /**
   * The leaf that these bytes are: {@link #encode} of it gives them again, if they are canonical.
   *
   * @throws CodecException if they are no leaf of a version that is known here
   */
  public static Leaf decode(byte[] leaf) {
    return LeafForm.read(CanonicalJson.parse(leaf));
  }

  /**
   * The entry inside a leaf's bytes.
   *
   * @throws CodecException if the bytes are not a leaf
   */
  public static Entry decodeEntry(byte[] leaf) {
    JsonNode entry = CanonicalJson.parse(leaf).get("entry");
    if (entry == null) {
      throw new CodecException("entry", "missing");
    }
    return EntryCodec.fromTree(entry);
  }

  private static ObjectNode toTree(Leaf leaf) {
    ObjectNode tree = RecordCodec.newTree();
    tree.put("v", leaf.version());
    tree.set("at", RecordCodec.toTree(leaf.at()));
    tree.put("recordedBy", leaf.recordedBy());
    tree.put("through", leaf.through().word());
    tree.put("orgSeq", leaf.orgSeq());
    if (leaf.sealedUpTo() != null) {
      tree.put("sealedUpTo", leaf.sealedUpTo());
    }
    tree.set("entry", EntryCodec.toTree(leaf.entry()));
    if (leaf.entry().body() instanceof Flow flow && leaf.fundSeq() != null) {
      tree.put("fund", flow.fund());
      tree.put("fundSeq", leaf.fundSeq());
    }
    if (leaf.repeatOf() != null) {
      tree.put("repeatOf", leaf.repeatOf());
    }
    putPostings(tree, leaf.postings());
    putBalances(tree, leaf.balances());
    if (!leaf.flags().isEmpty()) {
      ArrayNode flags = tree.putArray("flags");
      leaf.flags().stream().map(Flag::word).sorted().forEach(flags::add);
    }
    return tree;
  }

  private static void putPostings(ObjectNode tree, List<Posting> postings) {
    if (!postings.isEmpty()) {
      ArrayNode list = tree.putArray("postings");
      for (Posting p : postings) {
        putAmount(list.addObject(), p.account(), p.unit(), p.amount(), p.grant());
      }
    }
  }

  private static void putBalances(ObjectNode tree, List<Leaf.Balance> balances) {
    if (!balances.isEmpty()) {
      ArrayNode list = tree.putArray("balances");
      for (Leaf.Balance b : balances) {
        putAmount(list.addObject(), b.account(), b.unit(), b.amount(), b.grant());
      }
    }
  }

  private static void putAmount(
      ObjectNode node, Account account, Unit unit, Amount amount, @Nullable String grant) {
    node.put("account", account.label());
    node.put("unit", unit.code());
    node.put("amount", amount.toString());
    if (grant != null) {
      node.put("grant", grant);
    }
  }
}
