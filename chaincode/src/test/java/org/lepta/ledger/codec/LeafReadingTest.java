package org.lepta.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;

/**
 * Leaves are read from canonical bytes in one pass; reading them as any JSON, writing them again
 * and comparing says the same of all bytes.
 */
class LeafReadingTest {

  private static final int CHANGES = Boolean.getBoolean("lepta.long") ? 1_000_000 : 30_000;

  private static final String GOOD =
      """
      {"at":{"block":7,"position":2,"transaction":1},"balances":[{"account":"F:free",\
      "amount":"5","unit":"GBP"}],"entry":{"amount":"5","fund":"f-1","id":"d-1",\
      "kind":"donation","statedBy":"XM-LEPTA-1","unit":"GBP"},"flags":["late","repeat"],\
      "fund":"f-1","fundSeq":5,"orgSeq":12,"postings":[{"account":"X:donors","amount":"-5",\
      "unit":"GBP"},{"account":"F:free","amount":"5","unit":"GBP"}],"recordedBy":"XM-LEPTA-1",\
      "repeatOf":3,"through":"batch","v":1}\
      """;

  @Test
  void changedLeavesGetTheSameVerdictAsByWritingThemAgain() {
    Random random = new Random(20_261_127);
    List<byte[]> leaves = leaves();
    int read = 0;
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = ChangedJson.of(leaves.get(i % leaves.size()), random);

      Optional<Leaf> leaf = decode(changed);

      assertThat(leaf)
          .as(() -> new String(changed, StandardCharsets.UTF_8))
          .isEqualTo(byWritingAgain(changed));
      read += leaf.isPresent() ? 1 : 0;
    }
    assertThat(read).as("some changes leave a good leaf").isBetween(CHANGES / 50, CHANGES / 2);
  }

  /** All kinds in both versions, and texts with what is escaped or takes several bytes. */
  private static List<byte[]> leaves() {
    List<byte[]> leaves = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      leaves.add(LeafCodec.encode(Vectors.leaf(1, Samples.full(kind))));
      leaves.add(LeafCodec.encode(Vectors.leaf(1, Samples.minimal(kind))));
      leaves.add(LeafCodec.encode(Vectors.leaf(2, Samples.fullSecond(kind))));
    }
    Entry entry = Samples.full(Kind.DONATION);
    Header header = Header.of("\"kind\":\\{é\u007f\ud83d\ude00}", "\\\"Книги\\");
    leaves.add(LeafCodec.encode(Vectors.leaf(1, new Entry(header, entry.body()))));
    leaves.add(GOOD.getBytes(StandardCharsets.UTF_8));
    return leaves;
  }

  private static Optional<Leaf> decode(byte[] bytes) {
    try {
      return Optional.of(LeafCodec.decode(bytes));
    } catch (CodecException e) {
      assertThat(e.field()).matches("[A-Za-z0-9.?]*");
      return Optional.empty();
    }
  }

  private static Optional<Leaf> byWritingAgain(byte[] bytes) {
    try {
      Leaf leaf = RecordCodec.decode(bytes, LeafForm.class).leaf();
      return Arrays.equals(LeafCodec.encode(leaf), bytes) ? Optional.of(leaf) : Optional.empty();
    } catch (CodecException e) {
      return Optional.empty();
    }
  }

  @Test
  void theGoodOneIsRead() {
    Leaf leaf = LeafCodec.decode(GOOD.getBytes(StandardCharsets.UTF_8));

    assertThat(leaf.fundSeq()).isEqualTo(5);
    assertThat(leaf.balances()).hasSize(1);
    assertThat(new String(LeafCodec.encode(leaf), StandardCharsets.UTF_8)).isEqualTo(GOOD);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a space behind a colon             | "v":1            | "v": 1
          an unknown field at the end        | "v":1            | "v":1,"w":1
          an unknown field at the beginning  | {"at"            | {"a":1,"at"
          an unknown field in the place      | "block"          | "a":1,"block"
          an unknown field in a posting      | "unit":"GBP"},   | "unit":"GBP","x":1},
          a field that stands twice          | "v":1            | "v":1,"v":1
          fields in another order            | "repeatOf":3,"through":"batch" | "through":"batch","repeatOf":3
          a missing field                    | "orgSeq":12,     |
          a missing comma                    | "orgSeq":12,     | "orgSeq":12
          a comma too many                   | "v":1            | "v":1,
          a list with a comma too many       | "repeat"]        | "repeat",]
          a fraction                         | "orgSeq":12      | "orgSeq":12.0
          an exponent                        | "orgSeq":12      | "orgSeq":12e0
          a leading zero                     | "orgSeq":12      | "orgSeq":012
          a plus                             | "orgSeq":12      | "orgSeq":+12
          a negative zero                    | "orgSeq":12      | "orgSeq":-0
          a sign alone                       | "orgSeq":12      | "orgSeq":-
          sixteen digits                     | "orgSeq":12      | "orgSeq":1000000000000000
          a number as a text                 | "orgSeq":12      | "orgSeq":"12"
          a text as a number                 | "amount":"5"     | "amount":5
          null                               | "repeatOf":3     | "repeatOf":null
          a transaction beyond 32 bits       | "transaction":1  | "transaction":2147483648
          a needless escape                  | "d-1"            | "d\\u002d1"
          an escaped solidus                 | "d-1"            | "d\\/1"
          a short escape                     | "d-1"            | "d\\n1"
          an empty text                      | "recordedBy":"XM-LEPTA-1" | "recordedBy":""
          an empty list                      | ["late","repeat"] | []
          an empty grant                     | "unit":"GBP"}]   | "grant":"","unit":"GBP"}]
          an amount in another spelling      | "amount":"5"     | "amount":"5.0"
          an unknown unit                    | "unit":"GBP"     | "unit":"XXX"
          an unknown account                 | "F:free"         | "F:frei"
          an unknown flag                    | "late"           | "later"
          an unknown kind                    | "donation"       | "gift"
          no kind                            | "kind":"donation", |
          a kind that is no text             | "donation"       | 1
          a second kind                      | "kind":"donation" | "kind":"donation","kind":"fee"
          a field of another kind            | "amount":"5","fund" | "account":"a","amount":"5","fund"
          flags in another order             | "late","repeat"  | "repeat","late"
          a flag that stands twice           | "late","repeat"  | "late","late"
          a fund without its number          | "fundSeq":5,     |
          a number without its fund          | "fund":"f-1","fundSeq" | "fundSeq"
          another fund than the entry's      | "fund":"f-1","fundSeq" | "fund":"f-2","fundSeq"
          another version                    | "v":1            | "v":3
          a list instead of an object        | {"block":7,"position":2,"transaction":1} | [7]
          an object instead of a list        | ["late","repeat"] | {}
          something behind it                | "v":1}           | "v":1}}
          an end inside a text               | ,"through":"batch","v":1} | ,"through":"bat
          """)
  void whatIsNotInTheOneFormIsRefused(String what, String there, @Nullable String instead) {
    assertThat(GOOD).contains(there);
    byte[] bad =
        GOOD.replace(there, instead == null ? "" : instead).getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(CodecException.class)
        .as(what)
        .isThrownBy(() -> LeafCodec.decode(bad));
    assertThat(byWritingAgain(bad)).isEmpty();
  }
}
