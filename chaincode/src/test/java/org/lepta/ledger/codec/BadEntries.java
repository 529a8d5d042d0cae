package org.lepta.ledger.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Entries with one defect each, and the field that must be told. */
final class BadEntries {

  private static final String GOOD =
      "{\"amount\":\"5\",\"fund\":\"f-1\",\"id\":\"d-1\",\"kind\":\"donation\","
          + "\"statedBy\":\"XM-LEPTA-1\",\"unit\":\"GBP\"}";

  private BadEntries() {}

  /**
   * A defect.
   *
   * @param field what {@link CodecException#field()} says; empty for the whole
   */
  record Bad(String name, byte[] bytes, String field) {}

  static List<Bad> all() {
    List<Bad> all = new ArrayList<>();
    all.addAll(encodings());
    all.addAll(shapes());
    all.addAll(fields());
    all.addAll(nested());
    all.sort(Comparator.comparing(Bad::name));
    return all;
  }

  private static List<Bad> encodings() {
    return List.of(
        raw("utf-16", GOOD.getBytes(StandardCharsets.UTF_16LE)),
        raw("utf-16-with-mark", GOOD.getBytes(StandardCharsets.UTF_16)),
        bad("byte-order-mark", "\ufeff" + GOOD, ""),
        raw("overlong-utf-8", bytes(GOOD.replace("f-1", "f\u0001"), 1, 0xc1, 0xb1)),
        raw("surrogate-in-utf-8", bytes(GOOD.replace("f-1", "f\u0001"), 1, 0xed, 0xa0, 0x80)),
        raw("truncated-utf-8", bytes(GOOD.replace("f-1", "f\u0001"), 1, 0xc3)),
        bad("control-character", GOOD.replace("f-1", "f\u0001"), ""),
        bad("escaped-control-character", GOOD.replace("f-1", "f\\u0001"), "fund"),
        bad("lone-high-surrogate", GOOD.replace("f-1", "f\\ud800"), "fund"),
        bad("lone-low-surrogate", GOOD.replace("f-1", "\\udc00f"), "fund"),
        bad("needless-escape", GOOD.replace("f-1", "f\\u002d1"), ""),
        bad("escaped-slash", GOOD.replace("f-1", "f\\/1"), ""));
  }

  private static List<Bad> shapes() {
    return List.of(
        bad("empty", "", ""),
        bad("blank", "  \n", ""),
        bad("truncated", GOOD.substring(0, GOOD.length() - 1), ""),
        bad("two-values", GOOD + GOOD, ""),
        bad("trailing-newline", GOOD + "\n", ""),
        bad("space-inside", GOOD.replace(",", ", "), ""),
        bad("keys-out-of-order", GOOD.replace("{", "{\"from\":\"p-1\","), ""),
        bad("list", "[" + GOOD + "]", ""),
        bad("text", "\"donation\"", ""),
        bad("number", "1", ""),
        bad("null", "null", ""),
        bad("duplicate-key", GOOD.replace("\"id\"", "\"id\":\"d-0\",\"id\""), ""),
        bad("comment", GOOD.replace("{", "{/*a*/"), ""),
        bad("single-quotes", GOOD.replace('"', '\''), ""),
        bad("not-a-number", GOOD.replace("\"5\"", "NaN"), ""),
        bad("infinity", GOOD.replace("\"5\"", "Infinity"), ""),
        bad("huge-number", GOOD.replace("\"5\"", "9".repeat(1_000)), ""),
        bad("deep", "[".repeat(10_000) + "]".repeat(10_000), ""),
        bad("long-text", GOOD.replace("f-1", "f".repeat(70_000)), ""),
        bad("long-key", GOOD.replace("unit", "u".repeat(1_000)), ""));
  }

  private static List<Bad> fields() {
    return List.of(
        bad("kind-missing", GOOD.replace("\"kind\":\"donation\",", ""), "kind"),
        bad("kind-unknown", GOOD.replace("donation", "gift"), "kind"),
        bad("kind-in-capitals", GOOD.replace("donation", "DONATION"), "kind"),
        bad("kind-not-text", GOOD.replace("\"donation\"", "1"), "kind"),
        bad("unknown-field", GOOD.replace("}", ",\"zone\":\"x\"}"), "?"),
        bad("field-of-another-kind", GOOD.replace("\"id\"", "\"grant\":\"g\",\"id\""), "?"),
        bad("missing-id", GOOD.replace("\"id\":\"d-1\",", ""), "id"),
        bad("missing-amount", GOOD.replace("\"amount\":\"5\",", ""), "amount"),
        bad("null-field", GOOD.replace("\"fund\"", "\"from\":null,\"fund\""), "from"),
        bad("empty-text", GOOD.replace("\"fund\"", "\"from\":\"\",\"fund\""), "from"),
        bad("empty-list", GOOD.replace("\"fund\"", "\"evidence\":[],\"fund\""), "evidence"),
        bad("amount-as-number", GOOD.replace("\"5\"", "5"), "amount"),
        bad("amount-with-zero", GOOD.replace("\"5\"", "\"5.0\""), "amount"),
        bad("amount-with-comma", GOOD.replace("\"5\"", "\"5,5\""), "amount"),
        bad("amount-too-fine", GOOD.replace("\"5\"", "\"5.00001\""), "amount"),
        bad("amount-out-of-range", GOOD.replace("\"5\"", "\"999999999999999\""), "amount"),
        bad("unit-unknown", GOOD.replace("GBP", "XXX"), "unit"),
        bad("text-as-number", GOOD.replace("\"f-1\"", "1"), "fund"),
        bad("text-as-list", GOOD.replace("\"f-1\"", "[\"f-1\"]"), "fund"),
        bad("date-short", date("2026-1-5"), "happenedOn"),
        bad("date-impossible", date("2026-02-30"), "happenedOn"),
        bad("date-with-time", date("2026-01-05T00:00:00Z"), "happenedOn"),
        bad("date-with-sign", date("+026-01-05"), "happenedOn"),
        bad("date-in-arabic-digits", date("٢٠٢٦-٠١-٠٥"), "happenedOn"));
  }

  private static List<Bad> nested() {
    String grant =
        "{\"amount\":\"5\",\"fund\":\"f-1\",\"id\":\"g-1\",\"kind\":\"grant\","
            + "\"statedBy\":\"XM-LEPTA-1\",\"tranches\":[{\"amount\":\"5\",\"number\":1}],"
            + "\"unit\":\"GBP\"}";
    String correction =
        "{\"id\":\"c-1\",\"kind\":\"correction\",\"reason\":\"typing-error\",\"reverses\":"
            + "{\"amount\":\"5\",\"fund\":\"f-1\",\"kind\":\"donation\",\"unit\":\"GBP\"},"
            + "\"statedBy\":\"XM-LEPTA-1\"}";
    String donor = GOOD.replace("\"fund\"", "\"donor\":{\"org\":\"XM-2\"},\"fund\"");
    return List.of(
        bad("party-with-name", donor.replace("\"org\"", "\"name\":\"x\",\"org\""), "donor.?"),
        bad("party-null", donor.replace("{\"org\":\"XM-2\"}", "null"), "donor"),
        bad("party-as-text", donor.replace("{\"org\":\"XM-2\"}", "\"XM-2\""), "donor"),
        bad("tranche-number-as-text", grant.replace(":1}", ":\"1\"}"), "tranches.number"),
        bad("tranche-number-with-point", grant.replace(":1}", ":1.0}"), "tranches.number"),
        bad("tranche-number-too-large", grant.replace(":1}", ":4294967297}"), "tranches.number"),
        bad(
            "tranche-missing-amount",
            grant.replace("[{\"amount\":\"5\",", "[{"),
            "tranches.amount"),
        bad("tranches-as-object", grant.replace("[{", "{").replace("}]", "}"), "tranches"),
        bad("hash-in-capitals", evidence("A".repeat(64)), "evidence"),
        bad("hash-too-short", evidence("a".repeat(63)), "evidence"),
        bad("reverses-missing", correction.replaceAll("\"reverses\":.*?},", ""), "reverses"),
        bad("reverses-a-note", correction.replace("donation", "report"), "reverses.kind"),
        bad("reverses-without-kind", reversesWithoutKind(correction), "reverses.kind"),
        bad("reverses-unknown", correction.replace("\"GBP\"}", "\"GBP\",\"x\":1}"), "reverses.?"),
        bad("reverses-with-header", reversesWithHeader(correction), "reverses.?"));
  }

  private static String reversesWithoutKind(String correction) {
    return correction.replace("\"kind\":\"donation\",", "");
  }

  private static String reversesWithHeader(String correction) {
    return correction.replace("\"f-1\"", "\"f-1\",\"id\":\"d-1\"");
  }

  private static String date(String text) {
    return GOOD.replace("\"id\"", "\"happenedOn\":\"" + text + "\",\"id\"");
  }

  private static String evidence(String hash) {
    return GOOD.replace("\"fund\"", "\"evidence\":[\"" + hash + "\"],\"fund\"");
  }

  private static Bad bad(String name, String text, String field) {
    return new Bad(name, text.getBytes(StandardCharsets.UTF_8), field);
  }

  private static Bad raw(String name, byte[] bytes) {
    return new Bad(name, bytes, "");
  }

  /** The text's bytes with one byte replaced by others that are no UTF-8. */
  private static byte[] bytes(String text, int marker, int... instead) {
    byte[] good = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[good.length - 1 + instead.length];
    int at = 0;
    for (byte b : good) {
      if (b == marker) {
        for (int i : instead) {
          out[at++] = (byte) i;
        }
      } else {
        out[at++] = b;
      }
    }
    return out;
  }
}
