package org.lepta.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Through;
import tools.jackson.databind.JsonNode;

/** Whatever bytes come in, they are an entry in its one form or a {@link CodecException}. */
class HostileBytesTest {

  private static final int CHANGES = Boolean.getBoolean("lepta.long") ? 200_000 : 20_000;

  @Test
  void changedEntriesAreReadExactlyOrRefused() {
    Random random = new Random(20260105);
    Kind[] kinds = Kind.values();
    int read = 0;
    for (int i = 0; i < CHANGES; i++) {
      byte[] bytes = EntryCodec.encode(Samples.full(kinds[i % kinds.length]));
      byte[] changed = ChangedJson.bytes(bytes, random);
      try {
        byte[] again = EntryCodec.encode(EntryCodec.decode(changed));
        assertThat(Arrays.equals(again, changed)).isTrue();
        read++;
      } catch (CodecException e) {
        assertThat(e.field()).matches("[A-Za-z0-9.?]*");
      }
    }
    assertThat(read).as("some changes leave a good entry").isGreaterThan(CHANGES / 100);
  }

  @Test
  void changedPackedValuesAreReadOrRefused() {
    Random random = new Random(20260106);
    byte[] bytes =
        new Packed(
                "XM-LEPTA-1",
                7,
                Samples.hash("request"),
                3L,
                List.of(Samples.full(Kind.GRANT), Samples.minimal(Kind.DONATION)),
                List.of(new Packed.Refused(1, "ID_INVALID", "id")))
            .encode();
    assertThat(Packed.decode(bytes).encode()).isEqualTo(bytes);
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = ChangedJson.bytes(bytes, random);
      try {
        Packed.decode(changed);
      } catch (CodecException e) {
        assertThat(e.field()).matches("[A-Za-z0-9.?]*");
      }
    }
  }

  @Test
  void wrongTypesInAPackedValueAreRefused() {
    for (String bad :
        List.of(
            "[]",
            "{}",
            "{\"entries\":{},\"refused\":[]}",
            "{\"entries\":[],\"number\":\"1\",\"organisation\":\"x\",\"refused\":[],\"request\":1}",
            "{\"entries\":[],\"number\":1,\"organisation\":{},\"refused\":[],\"request\":\"0\"}",
            "{\"entries\":[1],\"refused\":[]}")) {
      assertThatExceptionOfType(CodecException.class)
          .as(bad)
          .isThrownBy(() -> Packed.decode(bad.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void quotesAndBackslashesAreTheOnlyEscapes() {
    Header header = Header.of("a\"b\\c/é\u007f\ud83d\ude00", "XM-LEPTA-1");
    Entry entry = new Entry(header, Samples.body(Kind.ORGANISATION, false));

    byte[] bytes = EntryCodec.encode(entry);

    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\"a\\\"b\\\\c/é\u007f\ud83d\ude00\",\"kind\":\"organisation\","
                + "\"statedBy\":\"XM-LEPTA-1\"}");
    assertThat(EntryCodec.decode(bytes)).isEqualTo(entry);
  }

  @Test
  void keyOrderOfATreeDoesNotMatterButBytesAreOrdered() {
    byte[] bytes = EntryCodec.encode(Samples.full(Kind.GRANT));
    JsonNode tree = CanonicalJson.parse(bytes);

    assertThat(EntryCodec.fromTree(tree)).isEqualTo(Samples.full(Kind.GRANT));
    assertThat(CanonicalJson.write(tree)).isEqualTo(bytes);
  }

  @Test
  void hugeDocumentsAreAnsweredInTime() {
    List<String> hostile =
        List.of(
            "[".repeat(5_000_000),
            "{\"a\":".repeat(1_000_000),
            "9".repeat(5_000_000),
            "\"" + "a".repeat(5_000_000) + "\"",
            "[" + "1e9999999,".repeat(200_000) + "1]",
            " ".repeat(17 << 20));

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String text : hostile) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> EntryCodec.decode(bytes));
          }
        });
  }

  @Test
  void aLeafBeyondItsLimitIsRefused() {
    List<Hash> many = Collections.nCopies(1_000, Samples.hash("document"));
    Entry entry =
        new Entry(
            Header.of("d-1", "XM-LEPTA-1").proven(many), Samples.body(Kind.ORGANISATION, false));
    var leaf =
        new Leaf(
            1,
            new Leaf.Place(1, 0, 0, null),
            "XM-LEPTA-1",
            Through.LANE,
            1,
            null,
            entry,
            null,
            List.of(),
            List.of(),
            null,
            List.of());

    assertThatExceptionOfType(CodecException.class).isThrownBy(() -> LeafCodec.encode(leaf));
  }
}
