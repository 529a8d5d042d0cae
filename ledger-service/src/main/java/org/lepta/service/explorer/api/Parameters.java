package org.lepta.service.explorer.api;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Units;
import org.lepta.service.indexing.read.ReadCode;

/** The parameters of a URL, read strictly: each known, given once and of its one form. */
final class Parameters {

  private static final int MAX_QUERY = 16_384;
  private static final int MAX_VALUE = 512;
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the part of a URL behind the question mark.
   *
   * @param known names that may be given
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#FILTER_INVALID}
   */
  static Parameters parse(@Nullable String query, Collection<String> known) {
    Map<String, String> values = new TreeMap<>();
    if (query != null && query.length() > MAX_QUERY) {
      throw ReadCode.FILTER_INVALID.refusal("The parameters are too long.");
    }
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (name.equals("at") && !known.contains(name)) {
          throw ReadCode.AT_NOT_OFFERED.refusal("This address only tells what is known now.");
        }
        if (!known.contains(name)) {
          throw ReadCode.FILTER_INVALID.refusal("There is no parameter " + quoted(name) + " here.");
        }
        if (values.put(name, value) != null) {
          throw invalid(name, "is given twice");
        }
      }
    }
    return new Parameters(values);
  }

  /** A text; absent or empty is null. */
  @Nullable String text(String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > MAX_VALUE) {
      throw invalid(name, "is longer than " + MAX_VALUE + " characters");
    }
    return value;
  }

  /** A number from 0. */
  @Nullable Long number(String name) {
    String value = text(name);
    if (value != null && !NUMBER.matcher(value).matches()) {
      throw name.equals("at")
          ? ReadCode.AT_INVALID.refusal("at is the size of the log, a number from 0.")
          : invalid(name, "is a number from 0");
    }
    return value == null ? null : Long.valueOf(value);
  }

  @Nullable LocalDate date(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      if (DATE.matcher(value).matches()) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeException e) {
      throw invalid(name, "is no day of the calendar");
    }
    throw invalid(name, "is a date such as 2026-03-01");
  }

  @Nullable Amount amount(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      if (DECIMAL.matcher(value).matches()) {
        return Amount.ofExact(new BigDecimal(value));
      }
    } catch (ArithmeticException e) {
      throw invalid(name, "is larger than any amount here");
    }
    throw invalid(name, "is a decimal number with at most four decimals");
  }

  @Nullable String unit(String name) {
    String value = text(name);
    if (value != null && !Units.isKnown(value)) {
      throw invalid(name, "is a unit such as EUR");
    }
    return value;
  }

  /** Whether the first of two words is given; absent means the second. */
  boolean isFirst(String name, String first, String second) {
    String value = text(name);
    if (value != null && !value.equals(first) && !value.equals(second)) {
      throw invalid(name, "is " + first + " or " + second);
    }
    return first.equals(value);
  }

  static RuntimeException invalid(String name, String what) {
    return ReadCode.FILTER_INVALID.refusal("The parameter " + name + ' ' + what + '.');
  }

  private static String decode(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put(escaped(text, i));
        i += 2;
      } else if (c == '+') {
        bytes.put((byte) ' ');
      } else {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      if (decoded.chars().anyMatch(Character::isISOControl)) {
        throw ReadCode.FILTER_INVALID.refusal("A parameter holds a control character.");
      }
      return decoded;
    } catch (CharacterCodingException e) {
      throw ReadCode.FILTER_INVALID.refusal("A parameter is not UTF-8.");
    }
  }

  private static byte escaped(String text, int at) {
    int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
    int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw ReadCode.FILTER_INVALID.refusal("A parameter holds a broken percent escape.");
    }
    return (byte) (high << 4 | low);
  }

  private static String quoted(String name) {
    String shown = name.length() > 40 ? name.substring(0, 40) + '…' : name;
    return '"' + shown + '"';
  }
}
