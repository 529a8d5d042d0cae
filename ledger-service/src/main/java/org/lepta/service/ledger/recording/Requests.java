package org.lepta.service.ledger.recording;

import java.util.List;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Submission;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests of the chaincode's functions, as canonical JSON; entries come as the canonical bytes
 * of {@link EntryCodec}. Stateless and thread-safe.
 */
public final class Requests {

  private static final String FIELD = "request";

  private Requests() {}

  /** A batch under the organisation's own number, from 1. */
  public static Bytes batch(String organisation, long number, List<Bytes> entries) {
    ObjectNode tree = RecordCodec.newTree();
    tree.put("number", number);
    return request(tree, organisation, entries);
  }

  /** A lane transaction that first seals batches up to that number. */
  public static Bytes lane(String organisation, long sealTo, List<Bytes> entries) {
    ObjectNode tree = RecordCodec.newTree();
    tree.put("sealTo", sealTo);
    return request(tree, organisation, entries);
  }

  /** The start of a ledger. */
  public static Bytes start(String organisation, Entry genesis) {
    return request(
        RecordCodec.newTree(), organisation, List.of(Bytes.of(EntryCodec.encode(genesis))));
  }

  private static Bytes request(ObjectNode tree, String organisation, List<Bytes> entries) {
    tree.put("organisation", organisation);
    return Bytes.of(
        CanonicalJson.write("entries", entries.stream().map(Bytes::toArray).toList(), tree));
  }

  /** The canonical bytes of entries, as the requests take them. */
  public static List<Bytes> bytes(List<Entry> entries) {
    return entries.stream().map(entry -> Bytes.of(EntryCodec.encode(entry))).toList();
  }

  /** The request as it is sent: as transient data, so that a block holds the entries once. */
  public static Submission submission(String organisation, String function, Bytes request) {
    return Submission.of(organisation, function).withTransient(FIELD, request);
  }
}
