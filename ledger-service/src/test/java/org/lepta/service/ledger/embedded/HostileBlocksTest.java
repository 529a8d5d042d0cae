package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.wire.BlockDecoder;
import org.lepta.service.ledger.wire.BlockHashes;
import org.lepta.service.ledger.wire.ChainCheck;

/** What the decoder does with blocks that somebody has changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileBlocksTest {
  private final BlockDecoder decoder = new BlockDecoder("lepta");
  private final List<CommittedBlock> blocks = new ArrayList<>();

  @BeforeAll
  void threeBlocks(@TempDir Path temp) throws Exception {
    try (EmbeddedLedger ledger = Folders.withBlocks(temp.resolve("ledger"), 3);
        BlockCursor cursor = ledger.open(3)) {
      for (int i = 0; i < 3; i++) {
        blocks.add(cursor.next(Duration.ZERO).orElseThrow());
      }
    }
  }

  private static void assertBroken(Breach breach, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            BrokenLedgerException.class, e -> assertThat(e.breach()).isEqualTo(breach));
  }

  private Block first() throws Exception {
    return Block.parseFrom(blocks.getFirst().bytes().toArray());
  }

  @Test
  void aChangedEnvelopeBreaksTheDataHash() throws Exception {
    byte[] envelope = first().getData().getData(0).toByteArray();
    envelope[envelope.length - 1] ^= 1;
    Block.Builder changed = first().toBuilder();
    changed.getDataBuilder().setData(0, ByteString.copyFrom(envelope));

    assertBroken(Breach.DATA_HASH, () -> decoder.decode(changed.build().toByteArray()));
  }

  @Test
  void envelopesWithShiftedBoundariesAreRefusedAlthoughTheirHashFits() throws Exception {
    ByteString envelope = first().getData().getData(0);
    BlockData shifted =
        BlockData.newBuilder()
            .addData(envelope.substring(0, 100))
            .addData(envelope.substring(100))
            .build();
    Block changed = first().toBuilder().setData(shifted).build();

    assertBroken(Breach.MALFORMED, () -> decoder.decode(changed.toByteArray()));
  }

  @Test
  void envelopesWithHiddenFieldsAreRefused() throws Exception {
    // Field 15, two bytes: what no reader of envelopes would look at, but the hash covers.
    ByteString padded = first().getData().getData(0).concat(ByteString.fromHex("7a021234"));
    Block.Builder changed = first().toBuilder();
    changed.getDataBuilder().setData(0, padded);
    byte[] hash = BlockHashes.dataHash(List.of(padded.toByteArray()));
    changed.getHeaderBuilder().setDataHash(ByteString.copyFrom(hash));

    assertBroken(Breach.MALFORMED, () -> decoder.decode(changed.build().toByteArray()));
  }

  @Test
  void missingVerdictsAreRefused() throws Exception {
    Block.Builder changed = first().toBuilder();
    changed.getMetadataBuilder().setMetadata(2, ByteString.EMPTY);

    assertBroken(Breach.MALFORMED, () -> decoder.decode(changed.build().toByteArray()));
  }

  @Test
  void aSkippedARepeatedAndAnExchangedBlockBreakTheChain() {
    ChainCheck skipped = new ChainCheck(3);
    skipped.accept(blocks.get(0));
    assertBroken(Breach.BLOCK_NUMBER, () -> skipped.accept(blocks.get(2)));
    assertBroken(Breach.BLOCK_NUMBER, () -> skipped.accept(blocks.get(0)));

    ChainCheck exchanged = new ChainCheck(4, blocks.get(1).headerHash());
    assertBroken(Breach.PREVIOUS_HASH, () -> exchanged.accept(blocks.get(1)));
  }

  @Test
  void anyBytesDecodeOrBreakTheLedgerAndNothingElse() {
    Random random = new Random(20260103);
    byte[] good = blocks.getFirst().bytes().toArray();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        decoder.decode(bytes);
      } catch (BrokenLedgerException e) {
        assertThat(e.getMessage()).startsWith("LEDGER_BROKEN_");
      }
    }
  }
}
