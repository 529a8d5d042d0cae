package org.lepta.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lepta.ledger.Samples;
import org.lepta.ledger.Sha256;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.rule.ReleaseHash;

class VectorsTest {

  @Test
  void everyVectorIsAsTheCodeMakesIt() throws IOException {
    Path root = ProjectFiles.vectors();

    for (Map.Entry<String, byte[]> file : Vectors.all().entrySet()) {
      assertThat(root.resolve(file.getKey())).as(file.getKey()).hasBinaryContent(file.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void noVectorIsLeftOver(String folder) throws IOException {
    Path root = ProjectFiles.vectors();
    TreeSet<String> expected = new TreeSet<>(Vectors.all().keySet());
    expected.removeIf(name -> !name.startsWith(folder + "/"));

    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      assertThat(files.map(file -> folder + '/' + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  static Stream<String> folders() {
    return Stream.of("entries", "entries-bad", "leaves", "leaves-2");
  }

  @Nested
  class Entries {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void decodeToWhatTheyWereAndEncodeToTheSameBytes(Kind kind) {
      for (Entry entry : new Entry[] {Samples.full(kind), Samples.minimal(kind)}) {
        byte[] bytes = EntryCodec.encode(entry);

        assertThat(EntryCodec.decode(bytes)).isEqualTo(entry);
        assertThat(EntryCodec.encode(EntryCodec.decode(bytes))).isEqualTo(bytes);
      }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void haveNoFieldInHeaderAndBodyBoth(Kind kind) {
      Class<? extends Body> type = kind.type();

      assertThat(RecordShape.of(type).names())
          .doesNotContainAnyElementsOf(RecordShape.of(Header.class).names())
          .doesNotContain("kind");
    }

    @Test
    void ofADonationStandsAsTheDocumentSays() {
      assertThat(
              new String(EntryCodec.encode(Samples.minimal(Kind.DONATION)), StandardCharsets.UTF_8))
          .isEqualTo(
              """
              {"amount":"1000.5","fund":"XM-LEPTA-1/school","id":"donation-0001",\
              "kind":"donation","statedBy":"XM-LEPTA-1","unit":"GBP"}\
              """);
    }
  }

  @Nested
  class BadOnes {

    static Stream<BadEntries.Bad> all() {
      return BadEntries.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void areRefusedForTheirField(BadEntries.Bad bad) {
      assertThatExceptionOfType(CodecException.class)
          .as(bad.name())
          .isThrownBy(() -> EntryCodec.decode(bad.bytes()))
          .satisfies(e -> assertThat(e.field()).as(bad.name()).isEqualTo(bad.field()));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void leavesDecodeToWhatTheyWere(Kind kind) {
    for (Leaf leaf :
        List.of(Vectors.leaf(1, Samples.full(kind)), Vectors.leaf(2, Samples.fullSecond(kind)))) {
      assertThat(LeafCodec.decode(LeafCodec.encode(leaf))).isEqualTo(leaf);
    }
  }

  @Test
  void aLeafOfAnUnknownVersionIsRefused() {
    byte[] third =
        new String(
                LeafCodec.encode(Vectors.leaf(1, Samples.full(Kind.DONATION))),
                StandardCharsets.UTF_8)
            .replace("\"v\":1", "\"v\":3")
            .getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(CodecException.class).isThrownBy(() -> LeafCodec.decode(third));
  }

  @Test
  void theReleaseHashDoesNotSayWhereTheReleaseWasMovedFrom() {
    assertThat(ReleaseHash.of(Samples.fullSecond(Kind.RELEASE)))
        .isEqualTo(ReleaseHash.of(Samples.full(Kind.RELEASE)));
  }

  @Test
  void theReleaseHashIsOverTheTagAndTheCanonicalBytes() {
    Entry release = Samples.full(Kind.RELEASE);

    assertThat(ReleaseHash.of(release).hex())
        .isEqualTo(
            Sha256.hex(
                "lepta/release/v1\n".getBytes(StandardCharsets.US_ASCII),
                EntryCodec.encode(release)));
  }
}
