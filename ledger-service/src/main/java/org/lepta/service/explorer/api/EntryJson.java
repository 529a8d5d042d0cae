package org.lepta.service.explorer.api;

import java.util.List;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.service.kernel.Key;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry in the read API: its own fields, flat, and what the ledger knows of it. */
final class EntryJson {

  private EntryJson() {}

  /** An item of the lists of one kind; {@code id} is the sender's own. */
  static ObjectNode ofKind(EntryRecord entry, List<ResolvedText> texts) {
    return write(entry, texts, entry.id());
  }

  /** An item of the list of all kinds; {@code id} is unique across kinds. */
  static ObjectNode ofAny(EntryRecord entry, List<ResolvedText> texts) {
    return write(entry, texts, entry.qualifiedId());
  }

  private static ObjectNode write(EntryRecord entry, List<ResolvedText> texts, String id) {
    ObjectNode json = EntryCodec.toTree(entry.entry());
    json.put("id", id);
    json.put("key", Key.ofId(id).value());
    json.put("leafIndex", entry.index());
    json.put("leafHash", entry.hash().hex());
    json.put("recordedBy", entry.leaf().recordedBy());
    json.put("through", entry.leaf().through().word());
    json.putObject("position")
        .put("block", entry.leaf().at().block())
        .put("transaction", entry.leaf().at().transaction())
        .put("position", entry.leaf().at().position());
    json.put("committed", entry.committed().toString());
    if (entry.owner() != null) {
      json.put("fundOwner", entry.owner());
    }
    if (entry.managed() != null) {
      json.put("fundMode", entry.managed() ? "managed" : "reported");
    }
    if (entry.leaf().fundSeq() != null) {
      json.put("fundSeq", entry.leaf().fundSeq());
    }
    if (entry.leaf().repeatOf() != null) {
      json.put("repeatOf", entry.leaf().repeatOf());
    }
    ArrayNode flags = json.putArray("flags");
    entry.leaf().flags().stream().map(Flag::word).sorted().forEach(flags::add);
    putTexts(json.putArray("texts"), texts);
    putPostings(json, entry.leaf());
    return json;
  }

  static void putTexts(ArrayNode list, List<ResolvedText> texts) {
    for (ResolvedText text : texts) {
      ObjectNode node = list.addObject();
      node.put("role", text.role());
      node.put("hash", text.hash());
      node.put("text", text.text());
      if (text.language() != null) {
        node.put("language", text.language());
      }
      node.put("withdrawnOn", text.withdrawnOn() == null ? null : text.withdrawnOn().toString());
    }
  }

  private static void putPostings(ObjectNode json, Leaf leaf) {
    ArrayNode postings = json.putArray("postings");
    for (Posting posting : leaf.postings()) {
      ObjectNode node = postings.addObject();
      node.put("account", posting.account().label());
      node.put("unit", posting.unit().code());
      node.put("amount", posting.amount().toString());
      if (posting.grant() != null) {
        node.put("grant", posting.grant());
      }
    }
    ArrayNode balances = json.putArray("balances");
    for (Leaf.Balance balance : leaf.balances()) {
      ObjectNode node = balances.addObject();
      node.put("account", balance.account().label());
      node.put("unit", balance.unit().code());
      node.put("amount", balance.amount().toString());
      if (balance.grant() != null) {
        node.put("grant", balance.grant());
      }
    }
  }
}
