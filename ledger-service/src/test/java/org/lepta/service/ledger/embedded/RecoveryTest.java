package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;

final class RecoveryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private Path folder() {
    return temp.resolve("ledger");
  }

  private Path blocks() {
    return folder().resolve(BlockFile.BLOCKS);
  }

  private Path mark() {
    return folder().resolve(BlockFile.MARK);
  }

  @Nested
  class Restarting {
    @Test
    void keepsStateHeightMembersAndWrites() throws Exception {
      String state;
      long height;
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 150)) {
        state = ledger.stateHash();
        height = ledger.height();
      }

      try (EmbeddedLedger again = Folders.open(folder())) {
        assertThat(again.stateHash()).isEqualTo(state);
        assertThat(again.height()).isEqualTo(height).isEqualTo(153);
        assertThat(again.list())
            .extracting("organisation")
            .containsExactly(Folders.ORGANISATION, "XM-DAC-7");
        Folders.put(again, "after", "restart");
        assertThat(again.stateHash()).isNotEqualTo(state);
      }
    }

    @Test
    void aBlockWrittenButNotAppliedBeforeTheKillIsThere() throws Exception {
      byte[] markBefore;
      String state;
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 3)) {
        markBefore = Files.readAllBytes(mark());
        Folders.put(ledger, "last", "write");
        state = ledger.stateHash();
      }
      Files.write(mark(), markBefore);

      try (EmbeddedLedger again = Folders.open(folder())) {
        assertThat(again.stateHash()).isEqualTo(state);
        assertThat(again.height()).isEqualTo(7);
      }
    }

    @Test
    void aMemberHalfAddedIsAddedWithTheSameIdentity() throws Exception {
      byte[] before;
      byte[] markBefore;
      String mspId;
      try (EmbeddedLedger ledger = Folders.open(folder())) {
        before = Files.readAllBytes(blocks());
        markBefore = Files.readAllBytes(mark());
        mspId = ledger.addMember(Folders.ORGANISATION).mspId();
      }
      Files.write(blocks(), before);
      Files.write(mark(), markBefore);

      try (EmbeddedLedger again = Folders.open(folder())) {
        assertThat(again.list()).isEmpty();
        assertThat(again.addMember(Folders.ORGANISATION).mspId()).isEqualTo(mspId);
      }
    }
  }

  @Nested
  class TornEnds {
    @Test
    void areCutAtTheLastWholeBlockWhereverTheyAreTorn() throws Exception {
      byte[] markBefore;
      String stateBefore;
      int whole;
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 2)) {
        whole = (int) Files.size(blocks());
        markBefore = Files.readAllBytes(mark());
        stateBefore = ledger.stateHash();
        Folders.put(ledger, "torn", "value");
      }
      byte[] all = Files.readAllBytes(blocks());

      for (int length = whole; length < all.length; length++) {
        Files.write(blocks(), Arrays.copyOf(all, length));
        try (FileChannel channel = FileChannel.open(blocks(), StandardOpenOption.READ)) {
          BlockScan scan = new BlockScan(channel, whole);
          while (scan.next().isPresent()) {
            assertThat(scan.offset()).isLessThanOrEqualTo(whole);
          }
          assertThat(scan.offset()).isEqualTo(whole);
        }
        if (length % 97 == 0) {
          Files.write(mark(), markBefore);
          try (EmbeddedLedger again = Folders.open(folder())) {
            assertThat(again.height()).isEqualTo(5);
            assertThat(again.stateHash()).isEqualTo(stateBefore);
            assertThat(Files.size(blocks())).isEqualTo(whole);
          }
        }
      }
    }

    @Test
    void ofZeroesAreCutToo() throws Exception {
      Folders.withBlocks(folder(), 2).close();
      byte[] all = Files.readAllBytes(blocks());
      Files.write(blocks(), Arrays.copyOf(all, all.length + 5_000));

      try (EmbeddedLedger again = Folders.open(folder())) {
        assertThat(again.height()).isEqualTo(5);
        Folders.put(again, "more", "value");
      }
      Folders.open(folder()).close();
    }

    @Test
    void areARefusalWhereTheyReachIntoWhatWasDurable() throws Exception {
      Folders.withBlocks(folder(), 2).close();
      byte[] all = Files.readAllBytes(blocks());
      Files.write(blocks(), Arrays.copyOf(all, all.length - 1));

      assertThatThrownBy(() -> Folders.open(folder()))
          .isInstanceOfSatisfying(
              BrokenLedgerException.class, e -> assertThat(e.breach()).isEqualTo(Breach.TRUNCATED));
    }
  }

  @Nested
  class Damage {
    @Test
    void ofAnyByteIsARefusalThatNamesTheBlock() throws Exception {
      Folders.withBlocks(folder(), 20).close();
      byte[] all = Files.readAllBytes(blocks());
      Random random = new Random(20260101);

      for (int i = 0; i < 200; i++) {
        int at = random.nextInt(all.length);
        flip(at, 1 << random.nextInt(8));
        assertThatThrownBy(() -> Folders.open(folder()))
            .describedAs("byte %s", at)
            .isInstanceOfSatisfying(
                BrokenLedgerException.class, e -> assertThat(e.block()).isBetween(0L, 22L))
            .hasMessageContaining("offset");
        Files.write(blocks(), all);
      }

      Folders.open(folder()).close();
    }

    @Test
    void inTheMiddleIsFoundWithoutTheMarkToo() throws Exception {
      Folders.withBlocks(folder(), 20).close();
      byte[] all = Files.readAllBytes(blocks());
      Random random = new Random(20260102);

      for (int i = 0; i < 100; i++) {
        Files.deleteIfExists(mark());
        flip(random.nextInt(all.length / 2), 1 << random.nextInt(8));
        assertThatThrownBy(() -> Folders.open(folder())).isInstanceOf(BrokenLedgerException.class);
        Files.write(blocks(), all);
      }
    }

    @Test
    void aMissingBlockIsARefusal() throws Exception {
      Folders.withBlocks(folder(), 5).close();
      byte[] all = Files.readAllBytes(blocks());
      int second = BlockRecord.HEADER + length(all, 0);
      int third = second + BlockRecord.HEADER + length(all, second);
      byte[] without = new byte[all.length - (third - second)];
      System.arraycopy(all, 0, without, 0, second);
      System.arraycopy(all, third, without, second, all.length - third);
      Files.write(blocks(), without);
      Files.delete(mark());

      assertThatThrownBy(() -> Folders.open(folder()))
          .isInstanceOfSatisfying(
              BrokenLedgerException.class,
              e -> {
                assertThat(e.breach()).isEqualTo(Breach.BLOCK_NUMBER);
                assertThat(e.block()).isEqualTo(1);
              });
    }

    @Test
    void aVerdictChangedWithItsChecksumsIsARefusal() throws Exception {
      Folders.withBlocks(folder(), 5).close();
      Forgery.changeVerdict(blocks(), 4);

      assertThatThrownBy(() -> Folders.open(folder()))
          .isInstanceOfSatisfying(
              BrokenLedgerException.class,
              e -> {
                assertThat(e.breach()).isEqualTo(Breach.VALIDATION);
                assertThat(e.block()).isEqualTo(4);
              });
    }

    @Test
    void aLostIdentityIsARefusal() throws Exception {
      String mspId;
      try (EmbeddedLedger ledger = Folders.withBlocks(folder(), 1)) {
        mspId = ledger.list().getFirst().mspId();
      }
      Path identity = folder().resolve("identities").resolve(mspId);
      Files.move(identity, temp.resolve("elsewhere"));

      assertThatThrownBy(() -> Folders.open(folder()))
          .isInstanceOfSatisfying(
              BrokenLedgerException.class, e -> assertThat(e.breach()).isEqualTo(Breach.IDENTITY))
          .hasMessageContaining(mspId);
    }

    private void flip(int at, int mask) throws IOException {
      try (RandomAccessFile file = new RandomAccessFile(blocks().toFile(), "rw")) {
        file.seek(at);
        int value = file.read();
        file.seek(at);
        file.write(value ^ mask);
      }
    }

    private static int length(byte[] all, int record) {
      return ByteBuffer.wrap(all).getInt(record + 12);
    }
  }
}
