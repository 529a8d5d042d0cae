package org.lepta.ledger.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries that one transaction put on the ledger, as the value of one key.
 *
 * @param organisation whose batch or lane it is
 * @param number dense among the organisation's batches, or its lane transactions, from 1; 0 for the
 *     start
 * @param request SHA-256 of the request, by which a repeated batch is known
 * @param sealedUpTo how far the lane has sealed the organisation's batches, in a lane transaction
 * @param entries in order
 * @param refused which positions of the request were refused, and why
 */
public record Packed(
    String organisation,
    long number,
    Hash request,
    @Nullable Long sealedUpTo,
    List<Entry> entries,
    List<Refused> refused) {

  /** A refused position; the refused content itself never reaches the ledger. */
  public record Refused(int position, String code, String detail) {}

  public Packed {
    entries = List.copyOf(entries);
    refused = List.copyOf(refused);
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return encode(entries.stream().map(EntryCodec::encode).toList());
  }

  /**
   * The canonical bytes.
   *
   * @param entryBytes the canonical bytes of each entry, where they are at hand
   */
  public byte[] encode(List<byte[]> entryBytes) {
    ObjectNode tree = RecordCodec.toTree(new Frame(organisation, number, request, sealedUpTo));
    ArrayNode refusals = tree.putArray("refused");
    refused.forEach(refusal -> refusals.add(RecordCodec.toTree(refusal)));
    return CanonicalJson.write("entries", entryBytes, tree);
  }

  /**
   * Reads such a value.
   *
   * @throws CodecException if the bytes are not such a value
   */
  public static Packed decode(byte[] bytes) {
    ObjectNode tree = RecordShape.requireObject(CanonicalJson.parse(bytes));
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : takeList(tree, "entries")) {
      entries.add(EntryCodec.fromTree(entry));
    }
    List<Refused> refused = new ArrayList<>();
    for (JsonNode refusal : takeList(tree, "refused")) {
      refused.add(RecordCodec.fromTree(refusal, Refused.class));
    }
    Frame frame = RecordCodec.fromTree(tree, Frame.class);
    return new Packed(
        frame.organisation(),
        frame.number(),
        frame.request(),
        frame.sealedUpTo(),
        entries,
        refused);
  }

  /** What stands beside the two lists, which are there even when they are empty. */
  private record Frame(String organisation, long number, Hash request, @Nullable Long sealedUpTo) {}

  private static ArrayNode takeList(ObjectNode tree, String name) {
    if (tree.remove(name) instanceof ArrayNode list) {
      return list;
    }
    throw new CodecException(name, "a list is expected");
  }
}
