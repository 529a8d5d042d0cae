package org.lepta.service.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.rule.Lexicon;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.internal.Activity.Side;
import org.lepta.service.exchange.internal.Activity.Transaction;

/** The ids that imports give, byte by byte as docs/reference/imports says. */
final class LineIds {

  /**
   * What we append to a publisher's id is never longer than the difference to the ledger's limit.
   */
  private static final int MAX_GIVEN_BYTES = 320;

  /** Stands between the id of a grant and a payment's own. */
  static final String OWN_PAYMENT = "#disbursement/";

  private static final String CHANGE = "#change-";
  private static final Pattern GIVEN_BY_US = Pattern.compile("#[0-9a-f]{12}\\.[0-9]+");
  private static final Pattern CHANGED = Pattern.compile("(.+)#change-([0-9]{1,9})");

  private LineIds() {}

  /**
   * Takes a publisher's id.
   *
   * @throws RejectedLine with ID_MISSING or ID_INVALID
   */
  static String given(@Nullable String id) {
    if (id == null) {
      throw new RejectedLine(RejectCode.ID_MISSING, "there is no id");
    }
    if (!Lexicon.isId(id)
        || Lexicon.isPersonal(id)
        || CHANGED.matcher(id).matches()
        || id.getBytes(StandardCharsets.UTF_8).length > MAX_GIVEN_BYTES) {
      throw new RejectedLine(RejectCode.ID_INVALID, "the id cannot stand on the ledger");
    }
    return id;
  }

  /** Id of an IATI transaction without its number among equals. */
  static String transaction(String activity, Transaction t, @Nullable String currency) {
    Side none = new Side(null, null, null, java.util.List.of());
    Side provider = t.provider() == null ? none : t.provider();
    Side receiver = t.receiver() == null ? none : t.receiver();
    return activity
        + '#'
        + hash(
            t.type(),
            t.date(),
            t.value(),
            currency,
            provider.ref(),
            provider.activity(),
            receiver.ref(),
            receiver.activity());
  }

  /** Id of a payment in a 360Giving grant that has none, without its number among equals. */
  static String payment(String grant, @Nullable String date, String value, String currency) {
    return grant + '#' + hash(date, value, currency);
  }

  /** The id that a grant's payment has at its publisher; null if it has none. */
  static @Nullable String ownPayment(String grant, String payment) {
    if (!payment.startsWith(grant)) {
      return payment;
    }
    String rest = payment.substring(grant.length());
    if (rest.startsWith(OWN_PAYMENT)) {
      return rest.substring(OWN_PAYMENT.length());
    }
    return GIVEN_BY_US.matcher(rest).matches() ? null : payment;
  }

  /** Each value in UTF-8 followed by a zero byte; an absent one is empty. */
  private static String hash(@Nullable String... values) {
    StringBuilder bytes = new StringBuilder();
    for (@Nullable String value : values) {
      bytes.append(value == null ? "" : value).append('\0');
    }
    return Digests.shortHex(bytes.toString());
  }

  /** Id of the fund that a grant programme is. */
  static String fund(String funder, @Nullable String code, @Nullable String title) {
    String fund = funder + '/' + programme(code, title);
    return Lexicon.isId(fund) ? fund : funder + '/' + Digests.shortHex(compatible(code));
  }

  private static String programme(@Nullable String code, @Nullable String title) {
    if (code != null) {
      return code;
    }
    return title == null ? "general" : Digests.shortHex(compatible(title));
  }

  private static String compatible(@Nullable String text) {
    return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
  }

  /** Id of the n-th change of a line. */
  static String change(String line, int number) {
    return line + CHANGE + number;
  }

  /** The line that an entry states or changes. */
  static String lineOf(String id) {
    Matcher changed = CHANGED.matcher(id);
    return changed.matches() ? changed.group(1) : id;
  }

  /** Which change of its line an entry is; 0 for the line itself. */
  static int changeOf(String id) {
    Matcher changed = CHANGED.matcher(id);
    return changed.matches() ? Integer.parseInt(changed.group(2)) : 0;
  }
}
