package org.lepta.ledger.rule;

import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When two entries say the same: equal facts, whatever file, row or spelling of a name they came
 * with (docs/reference/postings section 5).
 */
public final class Recorded {

  private Recorded() {}

  /**
   * The key under which an entry of a lane is recorded. Organisations, members, funds and devices
   * are unique by id alone, all else per who stated it.
   */
  static String key(Entry entry) {
    return switch (entry.kind()) {
      case ORGANISATION -> StateKeys.organisation(entry.id());
      case FUND -> StateKeys.fund(entry.id());
      case MEMBER -> StateKeys.recorded(entry.kind(), entry.id(), entry.id());
      case DEVICE -> StateKeys.device(entry.id());
      default -> StateKeys.recorded(entry.kind(), entry.header().statedBy(), entry.id());
    };
  }

  /**
   * The key under which an organisation's own word about itself is recorded, where somebody else
   * registered it before; from rules version 2 on.
   */
  static String ownKey(Entry organisation) {
    return StateKeys.recorded(
        Kind.ORGANISATION, organisation.header().statedBy(), organisation.id());
  }

  /** The canonical bytes of an entry without its provenance: source, texts, actor, moved. */
  public static byte[] content(Entry entry) {
    return EntryCodec.encode(withoutProvenance(entry));
  }

  /**
   * Requires that two entries state the same facts.
   *
   * @throws RefusedException with EXISTS_WITH_OTHER_CONTENT naming the first differing field
   */
  public static void requireSame(Entry first, Entry second) {
    ObjectNode a = EntryCodec.toTree(withoutProvenance(first));
    ObjectNode b = EntryCodec.toTree(withoutProvenance(second));
    for (var field : a.properties()) {
      JsonNode other = b.remove(field.getKey());
      boolean comparable = !isStatement(first.kind(), field.getKey());
      if (comparable && (other == null || !other.toString().equals(field.getValue().toString()))) {
        throw new RefusedException(Code.EXISTS_WITH_OTHER_CONTENT, field.getKey());
      }
    }
    b.remove("statedBy");
    if (!b.isEmpty()) {
      throw new RefusedException(
          Code.EXISTS_WITH_OTHER_CONTENT, b.propertyNames().iterator().next());
    }
  }

  /** An organisation is the same organisation whoever mentions it. */
  private static boolean isStatement(Kind kind, String field) {
    return field.equals("statedBy") || (kind == Kind.ORGANISATION && field.equals("type"));
  }

  private static Entry withoutProvenance(Entry entry) {
    Header h = entry.header();
    return new Entry(
        Header.of(h.id(), h.statedBy())
            .happened(h.happenedOn())
            .decided(h.decidedOn())
            .proven(h.evidence()),
        entry.body());
  }
}
