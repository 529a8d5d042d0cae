package org.lepta.service.transparency.log;

import java.util.List;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * A checkpoint with the note that it stands in.
 *
 * @param checkpoint what the note says
 * @param note the text with its signatures
 */
record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {

  static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner signer) {
    SignedNote unsigned =
        new SignedNote(checkpoint.text(), List.of(signer.sign(checkpoint.text())));
    return new SignedCheckpoint(checkpoint, unsigned);
  }

  /** Reads a note whose signature is not checked: for showing what is public. */
  static SignedCheckpoint parseUnverified(byte[] bytes) throws FaultException {
    SignedNote note = SignedNote.parse(bytes);
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }

  /**
   * Reads a note that one of our keys signed.
   *
   * @param ours all of one name, the one in force first
   */
  static SignedCheckpoint parse(byte[] bytes, List<VerifierKey> ours, String where)
      throws LogAlarmException {
    try {
      SignedCheckpoint read = parseUnverified(bytes);
      VerifierKey key = ours.getFirst();
      if (!read.checkpoint.origin().equals(key.name())
          || NoteCheck.of(read.note, ours).verified().isEmpty()) {
        throw new LogAlarmException(
            LogAlarm.LOG_CHECKPOINT_FOREIGN, where + " is not signed by " + key);
      }
      return read;
    } catch (FaultException e) {
      throw new LogAlarmException(
          LogAlarm.LOG_CHECKPOINT_MALFORMED, where + " cannot be used: " + e.detail(), e);
    }
  }

  /** Whether a line of this key stands under it, which was verified when the note was read. */
  boolean names(VerifierKey key) {
    return note.signatures().stream().anyMatch(line -> line.keyId().equals(key.id()));
  }

  /** Whether it is that note, with lines of witnesses under it or without. */
  boolean isOf(SignedCheckpoint signed) {
    return checkpoint.equals(signed.checkpoint)
        && note.signatures().contains(signed.note.signatures().getFirst());
  }

  byte[] bytes() {
    return note.bytes();
  }

  BlockEnd end() {
    return new BlockEnd(checkpoint.size(), checkpoint.root());
  }
}
