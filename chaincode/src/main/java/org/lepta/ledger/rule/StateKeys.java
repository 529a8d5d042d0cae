package org.lepta.ledger.rule;

import org.lepta.ledger.entry.Kind;

/**
 * The keys of the world state, in Fabric's composite form: a type and its attributes, each closed
 * by U+0000 (ADR 0001).
 */
public final class StateKeys {

  /** Types of keys whose values carry entries into the log. */
  public static final String STARTED = "started";

  public static final String BATCH = "batch";
  public static final String DECIDED = "decided";

  static final String BALANCE = "balance";

  private StateKeys() {}

  /** The genesis entry. */
  public static String started() {
    return key(STARTED);
  }

  /** The entries of one batch of an organisation. */
  public static String batch(String organisation, long number) {
    return key(BATCH, organisation, Long.toString(number));
  }

  /** What a batch adds to the free balances of the organisation's managed funds. */
  public static String sums(String organisation, long number) {
    return key("sums", organisation, Long.toString(number));
  }

  /** The entries of one lane transaction of an organisation. */
  public static String decided(String organisation, long number) {
    return key(DECIDED, organisation, Long.toString(number));
  }

  /** How far the lane of an organisation came. */
  public static String lane(String organisation) {
    return key("lane", organisation);
  }

  /** The organisation behind an MSP id. */
  public static String msp(String mspId) {
    return key("msp", mspId);
  }

  /** All members. */
  public static String members() {
    return key("members");
  }

  public static String organisation(String id) {
    return key("organisation", id);
  }

  public static String fund(String id) {
    return key("fund", id);
  }

  /** The balances of a managed fund; every lane transaction over the fund writes it. */
  public static String balance(String fund) {
    return key(BALANCE, fund);
  }

  public static String grant(String fund, String id) {
    return key("grant", fund, id);
  }

  public static String release(String fund, String id) {
    return key("release", fund, id);
  }

  public static String approvals(String releaseHash) {
    return key("approvals", releaseHash);
  }

  public static String device(String id) {
    return key("device", id);
  }

  /** The recorded content of an entry that went through a lane. */
  public static String recorded(Kind kind, String statedBy, String id) {
    return key("recorded", kind.label(), statedBy, id);
  }

  /** How much of a recorded entry was taken back. */
  public static String corrected(Kind kind, String statedBy, String id) {
    return key("corrected", kind.label(), statedBy, id);
  }

  /** The type of a key, or an empty text if it is none of ours. */
  public static String typeOf(String key) {
    int end = key.indexOf('\0', 1);
    return key.startsWith("\0") && end > 0 ? key.substring(1, end) : "";
  }

  /** The first attribute of one of our keys. */
  static String attributeOf(String key) {
    int start = key.indexOf('\0', 1) + 1;
    return key.substring(start, key.indexOf('\0', start));
  }

  private static String key(String... parts) {
    StringBuilder key = new StringBuilder().append('\0');
    for (String part : parts) {
      key.append(part).append('\0');
    }
    return key.toString();
  }
}
