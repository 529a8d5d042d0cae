package org.lepta.service.transparency.proof;

import java.util.Optional;
import org.lepta.service.kernel.Sha256;

/**
 * The size and root of a log at one moment (C2SP tlog-checkpoint v1.0.0): three lines and no
 * further one. A reader of ours refuses extension lines, since no monitor can check them.
 *
 * @param origin the name of the log, which is the name of its key as well
 * @param size the number of leaves
 * @param root the root of the tree over these leaves
 */
public record Checkpoint(String origin, long size, Sha256 root) {

  private static final int LINES = 3;

  /**
   * Takes the three parts.
   *
   * @throws IllegalArgumentException if no key may have the origin's name, or the size is negative
   */
  public Checkpoint {
    if (!KeyId.isName(origin)) {
      throw new IllegalArgumentException("an origin is a key's name");
    }
    if (size < 0) {
      throw new IllegalArgumentException("no tree has the size " + size);
    }
  }

  /**
   * Reads the text of a note, in the one form that {@link #text()} writes.
   *
   * @throws FaultException with {@link Fault#CHECKPOINT_MALFORMED} and the line
   */
  public static Checkpoint parse(NoteText text) throws FaultException {
    String value = text.value();
    String[] lines = value.substring(0, value.length() - 1).split("\n", -1);
    if (lines.length != LINES) {
      throw malformed(
          Math.min(lines.length, LINES + 1), "a checkpoint has three lines, not " + lines.length);
    }
    if (!KeyId.isName(lines[0])) {
      throw malformed(1, "the origin is not a valid name of a key");
    }
    Optional<Long> size = StrictText.decimal(lines[1]);
    if (size.isEmpty()) {
      throw malformed(2, "the size is not a decimal number below 2^63");
    }
    Optional<Sha256> root = StrictText.hash(lines[2]);
    if (root.isEmpty()) {
      throw malformed(3, "the root is not base64 of 32 bytes in its canonical form");
    }
    return new Checkpoint(lines[0], size.get(), root.get());
  }

  private static FaultException malformed(int line, String detail) {
    return new FaultException(Fault.CHECKPOINT_MALFORMED, line, detail);
  }

  /** Returns the text to be signed. */
  public NoteText text() {
    return new NoteText(origin + "\n" + size + "\n" + StrictText.base64(root.bytes()) + "\n");
  }
}
