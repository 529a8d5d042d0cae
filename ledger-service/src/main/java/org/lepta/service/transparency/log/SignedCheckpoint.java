package org.lepta.service.transparency.log;

import java.util.List;
import java.util.Set;
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

  /** Reads a note that this key signed. */
  static SignedCheckpoint parse(byte[] bytes, VerifierKey key, String where)
      throws LogAlarmException {
    try {
      SignedCheckpoint read = parseUnverified(bytes);
      boolean ours =
          read.checkpoint.origin().equals(key.name())
              && NoteCheck.of(read.note, Set.of(key)).isSignedBy(key);
      if (!ours) {
        throw new LogAlarmException(
            LogAlarm.LOG_CHECKPOINT_FOREIGN, where + " is not signed by " + key);
      }
      return read;
    } catch (FaultException e) {
      throw new LogAlarmException(
          LogAlarm.LOG_CHECKPOINT_MALFORMED, where + " cannot be used: " + e.detail(), e);
    }
  }

  byte[] bytes() {
    return note.bytes();
  }

  BlockEnd end() {
    return new BlockEnd(checkpoint.size(), checkpoint.root());
  }
}
