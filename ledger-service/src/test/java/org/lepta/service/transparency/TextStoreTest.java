package org.lepta.service.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.kernel.Sha256;

class TextStoreTest {

  private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

  @TempDir private Path folder;

  @Nested
  class Putting {

    @Test
    void findsWhatWasPutBeforeAndAfterReopening() {
      List<SaltedText> texts = texts(2_000);
      try (TextStore store = TextStore.open(folder, 64 * 1024)) {
        for (SaltedText text : texts) {
          assertThat(store.put(text)).isEqualTo(TextStore.Put.STORED);
          assertPresent(store, text);
        }
        store.sync();
      }
      try (TextStore store = TextStore.open(folder, 64 * 1024)) {
        assertThat(texts).allSatisfy(text -> assertPresent(store, text));
        assertThat(store.count()).isEqualTo(2_000);
        assertThat(store.verify()).isEqualTo(new TextStore.Verification(2_000, 0, List.of()));
        assertThat(store.find(Sha256.digest())).isEqualTo(new TextLookup.Absent());
      }
      assertThat(folder.resolve("texts-00000005")).exists();
    }

    @Test
    void ofTheSameTextChangesNothing() {
      SaltedText russian = text(1, "Лепта", "ru");
      SaltedText unknown = SaltedText.of(russian.salt(), "Лепта", null);
      try (TextStore store = TextStore.open(folder)) {
        assertThat(store.put(russian)).isEqualTo(TextStore.Put.STORED);
        assertThat(store.put(unknown)).isEqualTo(TextStore.Put.PRESENT);
        assertThat(store.count()).isEqualTo(1);
        assertPresent(store, russian);
      }
    }

    @Test
    void takesTheLongestTextInTheLongestForm() {
      SaltedText longest = text(1, "\u0001".repeat(65_536), "ru");
      try (TextStore store = TextStore.open(folder, 1_000)) {
        store.put(text(2, "before", null));
        store.put(longest);
        store.put(text(3, "after", null));
      }
      try (TextStore store = TextStore.open(folder, 1_000)) {
        assertPresent(store, longest);
        assertThat(store.verify().texts()).isEqualTo(3);
      }
    }

    @Test
    void fromManyThreadsLosesNothing() throws InterruptedException {
      List<SaltedText> texts = texts(4_000);
      try (TextStore store = TextStore.open(folder, 64 * 1024)) {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          List<SaltedText> part = texts.subList(500 * t, 500 * t + 2_500);
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    part.forEach(store::put);
                    store.sync();
                  }));
        }
        for (Thread thread : threads) {
          thread.join();
        }
        assertThat(texts).allSatisfy(text -> assertPresent(store, text));
        assertThat(store.verify()).isEqualTo(new TextStore.Verification(4_000, 0, List.of()));
      }
    }
  }

  @Nested
  class Withdrawing {

    private final SaltedText first = text(1, "the first text stays", null);
    private final SaltedText second = text(2, "the second text goes away", "en");

    @Test
    void erasesTheBytesAndKeepsTheDay() throws IOException {
      try (TextStore store = TextStore.open(folder)) {
        store.put(first);
        store.put(second);
        assertThat(store.withdraw(second.commitment(), MAY_DAY)).isEqualTo(MAY_DAY);
        assertThat(store.withdraw(second.commitment(), LATER)).isEqualTo(MAY_DAY);
        assertThat(store.put(second)).isEqualTo(TextStore.Put.WITHDRAWN);
        assertWithdrawn(store);
      }
      assertThat(bytesOfAllFiles()).contains("the first text").doesNotContain("the second text");
      try (TextStore store = TextStore.open(folder)) {
        assertWithdrawn(store);
        assertThat(store.verify()).isEqualTo(new TextStore.Verification(1, 1, List.of()));
      }
    }

    @Test
    void keepsOutATextThatComesLater() {
      try (TextStore store = TextStore.open(folder)) {
        store.withdraw(second.commitment(), MAY_DAY);
        assertThat(store.put(second)).isEqualTo(TextStore.Put.WITHDRAWN);
        assertThat(store.count()).isZero();
      }
    }

    @Test
    void isFinishedAtTheNextOpeningWhereACrashInterruptedIt() throws IOException {
      try (TextStore store = TextStore.open(folder)) {
        store.put(first);
        store.put(second);
      }
      byte[] before = Files.readAllBytes(segment());
      try (TextStore store = TextStore.open(folder)) {
        store.withdraw(second.commitment(), MAY_DAY);
      }
      Files.write(segment(), before);

      try (TextStore store = TextStore.open(folder)) {
        assertWithdrawn(store);
        assertThat(store.verify()).isEqualTo(new TextStore.Verification(1, 1, List.of()));
      }
      assertThat(bytesOfAllFiles()).doesNotContain("the second text");
    }

    @Test
    void thatWasCutOffDidNotHappen() throws IOException {
      try (TextStore store = TextStore.open(folder)) {
        store.put(second);
        store.withdraw(first.commitment(), MAY_DAY);
      }
      byte[] whole = Files.readAllBytes(folder.resolve("withdrawals"));
      assertThat(whole).hasSize(40);
      Files.write(folder.resolve("withdrawals"), Arrays.copyOf(whole, 39));

      try (TextStore store = TextStore.open(folder)) {
        assertThat(store.find(first.commitment())).isEqualTo(new TextLookup.Absent());
        assertPresent(store, second);
      }
    }

    private void assertWithdrawn(TextStore store) {
      assertPresent(store, first);
      assertThat(store.find(second.commitment())).isEqualTo(new TextLookup.Withdrawn(MAY_DAY));
    }
  }

  @Nested
  class Crash {

    @Test
    void tornTailIsCutAtTheLastWholeTextWhereverItTore() throws IOException {
      List<SaltedText> texts = texts(3);
      byte[] whole = withoutDurableMark(texts);
      long[] ends = ends(whole, 3);

      for (int length = 0; length <= whole.length; length++) {
        Files.write(segment(), Arrays.copyOf(whole, length));
        try (TextStore store = TextStore.open(folder)) {
          long present = count(ends, length);
          assertThat(store.count()).isEqualTo(present);
          assertThat(store.put(texts.get(2)))
              .isEqualTo(present == 3 ? TextStore.Put.PRESENT : TextStore.Put.STORED);
        }
        try (TextStore store = TextStore.open(folder)) {
          assertPresent(store, texts.get(2));
          assertThat(store.verify().damages()).isEmpty();
        }
        Files.delete(folder.resolve("durable"));
      }
    }

    @Test
    void garbageBehindTheDurableEndIsCut() throws IOException {
      List<SaltedText> texts = texts(3);
      byte[] whole = withoutDurableMark(texts);
      int start = (int) ends(whole, 3)[1];
      Random random = new Random(20266);
      for (int n = 0; n < 300; n++) {
        byte[] broken = whole.clone();
        broken[start + random.nextInt(whole.length - start)] ^= (byte) (1 << random.nextInt(8));
        Files.write(segment(), broken);
        try (TextStore store = TextStore.open(folder)) {
          assertThat(store.count()).isEqualTo(2);
          assertThat(store.verify()).isEqualTo(new TextStore.Verification(2, 0, List.of()));
        }
        Files.delete(folder.resolve("durable"));
      }
    }

    private byte[] withoutDurableMark(List<SaltedText> texts) throws IOException {
      try (TextStore store = TextStore.open(folder)) {
        texts.forEach(store::put);
      }
      Files.delete(folder.resolve("durable"));
      return Files.readAllBytes(segment());
    }

    private static long[] ends(byte[] segment, int count) {
      long[] ends = new long[count];
      int at = 8;
      for (int n = 0; n < count; n++) {
        at += 44 + ByteBuffer.wrap(segment).getInt(at);
        ends[n] = at;
      }
      return ends;
    }

    private static long count(long[] ends, int length) {
      return Arrays.stream(ends).filter(end -> end <= length).count();
    }
  }

  @Nested
  class Damage {

    private final List<SaltedText> texts = texts(3);

    @Test
    void ofASyncedTextIsFoundByReadingAndByVerify() throws IOException {
      fill();
      byte[] bytes = Files.readAllBytes(segment());
      bytes[8 + 44 + 20] ^= 1;
      Files.write(segment(), bytes);

      try (TextStore store = TextStore.open(folder)) {
        assertThatThrownBy(() -> store.find(texts.get(0).commitment()))
            .isInstanceOf(TextStoreException.class)
            .hasMessage("the text in texts-00000000 at 8 is damaged");
        assertPresent(store, texts.get(1));
        assertThat(store.verify())
            .isEqualTo(
                new TextStore.Verification(
                    2, 0, List.of("the text in texts-00000000 at 8 is damaged")));
      }
    }

    @Test
    void ofASyncedHeaderOrAShortenedFileIsReportedAndNeverCut() throws IOException {
      fill();
      byte[] whole = Files.readAllBytes(segment());
      byte[] header = whole.clone();
      header[8 + 10] ^= 1;

      for (byte[] broken : List.of(header, Arrays.copyOf(whole, whole.length - 1), new byte[0])) {
        Files.write(segment(), broken);
        assertThatThrownBy(() -> TextStore.open(folder))
            .isInstanceOf(TextStoreException.class)
            .hasMessageContaining("texts-00000000 is damaged at");
        assertThat(segment()).hasBinaryContent(broken);
      }
      Files.delete(segment());
      assertThatThrownBy(() -> TextStore.open(folder))
          .isInstanceOf(TextStoreException.class)
          .hasMessageContaining("texts-00000000 is missing");
    }

    @Test
    void ofAMissingFileAmongOthersIsReported() throws IOException {
      try (TextStore store = TextStore.open(folder, 100)) {
        texts.forEach(store::put);
      }
      Files.delete(folder.resolve("durable"));
      Files.delete(folder.resolve("texts-00000001"));

      assertThatThrownBy(() -> TextStore.open(folder))
          .isInstanceOf(TextStoreException.class)
          .hasMessageContaining("texts-00000001 is missing");
    }

    private void fill() {
      try (TextStore store = TextStore.open(folder)) {
        texts.forEach(store::put);
      }
    }
  }

  @Test
  void onlyOneOpensTheFolder() {
    try (TextStore store = TextStore.open(folder)) {
      assertThat(store.count()).isZero();
      assertThatThrownBy(() -> TextStore.open(folder))
          .isInstanceOf(TextStoreException.class)
          .hasMessageContaining("open");
    }
    TextStore.open(folder).close();
  }

  @Test
  void aClosedStoreSaysSo() {
    TextStore store = TextStore.open(folder);
    store.close();
    store.close();

    assertThatThrownBy(() -> store.put(text(1, "late", null)))
        .isInstanceOf(TextStoreException.class)
        .hasMessage("the texts are closed");
  }

  private Path segment() {
    return folder.resolve("texts-00000000");
  }

  private String bytesOfAllFiles() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return all.toString();
  }

  private static void assertPresent(TextStore store, SaltedText text) {
    assertThat(store.find(text.commitment())).isEqualTo(new TextLookup.Present(text));
  }

  private static List<SaltedText> texts(int count) {
    List<SaltedText> texts = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      texts.add(text(n, "Помощь семье № " + n + ", \"spring\"\n" + "ab".repeat(n % 50), "ru"));
    }
    return texts;
  }

  private static SaltedText text(int seed, String text, @Nullable String language) {
    byte[] salt = new byte[32];
    new Random(seed).nextBytes(salt);
    return SaltedText.of(salt, text, language);
  }
}
