package org.lepta.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.service.testing.Samples;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.SignedNote;

/** An audit follows a log's key only where the old one signed the entry that names the new one. */
final class KeySuccessionTest {

  private static final String ORIGIN = "ledger.example/rotated";
  private static final String OTHER = "XI-TEST-OTHER";
  private static final NoteSigner OLD = signer(1);
  private static final NoteSigner NEW = signer(2);
  private static final NoteSigner NEWEST = signer(3);

  @TempDir Path folder;
  private final AuditLedger ledger = RandomLedger.of(11, 300, 2);

  private static NoteSigner signer(int number) {
    byte[] seed = new byte[NoteSigner.SEED_BYTES];
    seed[0] = (byte) number;
    return NoteSigner.ofLog(ORIGIN, seed);
  }

  /** Returns the leaf index of the entry. */
  private long name(String by, String id, NoteSigner key, @Nullable NoteSigner replaced) {
    String replaces = replaced == null ? null : replaced.verifierKey().toString();
    LogKey body = new LogKey(key.verifierKey().toString(), replaces);
    ledger.mustDecide(by, new Entry(Header.of(id, by), body));
    return ledger.leaves.size() - 1L;
  }

  @BeforeEach
  void nameTheOldKey() {
    name(Samples.KEEPER, "first-key", OLD, null);
  }

  private void grow(int number) {
    ledger.mustRecord(Samples.KEEPER, Samples.donation("grown-" + number, "r1", "5"));
  }

  private byte[] note(NoteSigner signer, long size) {
    Frontier frontier = Frontier.empty();
    ledger.bytes().stream().limit(size).forEach(leaf -> frontier.append(MerkleHash.leaf(leaf)));
    Checkpoint checkpoint = new Checkpoint(ORIGIN, size, frontier.root());
    return new SignedNote(checkpoint.text(), List.of(signer.sign(checkpoint.text()))).bytes();
  }

  private void keepChange(long leaf, byte[] note) throws Exception {
    Path file = folder.resolve("key-change/" + leaf);
    Files.createDirectories(file.getParent());
    Files.write(file, note);
  }

  private void publish(NoteSigner signer) throws Exception {
    TestLogs.publish(folder, ledger.bytes());
    Files.write(folder.resolve("checkpoint"), note(signer, ledger.leaves.size()));
  }

  private Report audit(Trust trust) throws Exception {
    return new Audit(trust, null, (done, size) -> {}).run(List.of(folder.toString()));
  }

  private Trust believing(NoteSigner signer) {
    return new Trust(
        Policy.ofKeys(List.of(signer.verifierKey())), new KnownLogs(folder.resolve("none")));
  }

  private void assertRefused(Report report) {
    assertThat(report.logs().getFirst().differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.check()).isEqualTo(Check.CHECKPOINT_REFUSED);
          assertThat(difference.detail()).startsWith("SIGNATURE_MISSING: no known key of the log");
        });
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void theKeyIsFollowedOverTwoChangesAndKnownFromThenOn() throws Exception {
    long first = name(Samples.KEEPER, "second-key", NEW, OLD);
    grow(1);
    keepChange(first, note(OLD, ledger.leaves.size()));
    grow(2);
    long second = name(Samples.KEEPER, "third-key", NEWEST, NEW);
    keepChange(second, note(NEW, ledger.leaves.size()));
    grow(3);
    publish(NEWEST);
    KnownLogs known = new KnownLogs(folder.resolve("known_logs"));
    known.meet(OLD.verifierKey());

    Report report = audit(new Trust(null, known));

    assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(report.logs().getFirst().keyChanges())
        .extracting(RecordedKeys.Change::leaf, RecordedKeys.Change::entry)
        .containsExactly(tuple(first, "second-key"), tuple(second, "third-key"));
    assertThat(report.notices()).hasSize(2);
    assertThat(report.notices().getLast())
        .startsWith("The key of the log " + ORIGIN + " was changed by the entry third-key")
        .contains("is believed from now on: " + NEWEST.verifierKey());
    assertThat(known.all())
        .containsExactly(OLD.verifierKey(), NEW.verifierKey(), NEWEST.verifierKey());
    assertThat(ReportJson.of(report)).contains("\"entry\" : \"third-key\"");
    assertThat(audit(new Trust(null, known)).notices()).isEmpty();
  }

  @Test
  void aPolicyOfTheOldKeyIsFollowedAndStaysWhatItIs() throws Exception {
    long leaf = name(Samples.KEEPER, "second-key", NEW, OLD);
    keepChange(leaf, note(OLD, ledger.leaves.size()));
    publish(NEW);

    Report report = audit(believing(OLD));

    assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(report.notices())
        .singleElement()
        .asString()
        .contains("the new one is believed here");
  }

  @Test
  void aKeyWithoutAnEntryIsRefused() throws Exception {
    publish(NEW);

    assertRefused(audit(believing(OLD)));
  }

  @Test
  void anEntryThatTheOldKeyHasNotSignedIsRefused() throws Exception {
    long leaf = name(Samples.KEEPER, "second-key", NEW, OLD);
    publish(NEW);
    assertRefused(audit(believing(OLD)));

    keepChange(leaf, note(NEW, ledger.leaves.size()));
    assertRefused(audit(believing(OLD)));

    // What the old key signed before the entry was there does not cover it.
    keepChange(leaf, note(OLD, leaf));
    assertRefused(audit(believing(OLD)));
  }

  @Test
  void anotherHistoryThatTheOldKeySignedIsRefused() throws Exception {
    long leaf = name(Samples.KEEPER, "second-key", NEW, OLD);
    byte[] note = note(OLD, ledger.leaves.size());
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
    Checkpoint other = new Checkpoint(ORIGIN, checkpoint.size(), MerkleHash.leaf(new byte[1]));
    keepChange(leaf, new SignedNote(other.text(), List.of(OLD.sign(other.text()))).bytes());
    publish(NEW);

    assertRefused(audit(believing(OLD)));
  }

  @Test
  void anotherMembersEntryIsRefused() throws Exception {
    ledger.mustDecide(
        Samples.KEEPER,
        Samples.organisation(OTHER),
        new Entry(Header.of(OTHER, Samples.KEEPER), new Member("OtherMSP")));
    long leaf = name(OTHER, "second-key", NEW, OLD);
    keepChange(leaf, note(OLD, ledger.leaves.size()));
    publish(NEW);

    assertRefused(audit(believing(OLD)));
  }

  @Test
  void whatIsNoNoteProvesNothing() throws Exception {
    long leaf = name(Samples.KEEPER, "second-key", NEW, OLD);
    keepChange(leaf, "something".getBytes(UTF_8));
    publish(NEW);

    assertRefused(audit(believing(OLD)));
  }

  @Test
  void aCheckpointThatTheReplacedKeySignedIsNotEnough() throws Exception {
    long leaf = name(Samples.KEEPER, "second-key", NEW, OLD);
    grow(1);
    publish(OLD);

    Report report = audit(believing(OLD));

    assertThat(report.outcome()).isEqualTo(Report.Outcome.CANNOT_CHECK);
    assertThat(report.logs().getFirst().unchecked())
        .isEqualTo(
            "the checkpoint is signed with a key that the entry second-key at leaf "
                + leaf
                + " replaced; try again");
  }

  @Test
  void twoSignaturesUnderOneCheckpointProveNothing() throws Exception {
    byte[] note = note(OLD, ledger.leaves.size());
    SignedNote signed = SignedNote.parse(note);
    publish(NEW);
    Files.write(folder.resolve("checkpoint"), signed.with(NEW.sign(signed.text())).bytes());
    KnownLogs known = new KnownLogs(folder.resolve("known_logs"));
    known.meet(OLD.verifierKey());

    assertThat(audit(new Trust(null, known)).outcome()).isEqualTo(Report.Outcome.EQUAL);

    assertThat(known.all()).containsExactly(OLD.verifierKey());
  }
}
