package org.lepta.service.transparency.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;

/**
 * The proof of one entry as a file (C2SP tlog-proof, read at commit 0065ea5): where it stands, the
 * path to the root, and the signed checkpoint word by word. Nothing of it is verified; see {@link
 * ReceiptVerifier}. What is parsed is written again byte by byte.
 *
 * <p>The format allows an {@code extra} line. It is written by nobody here and refused when read,
 * since no signature covers it.
 *
 * @param inclusion the index of the entry and the path
 * @param checkpoint the signed note
 */
public record LogProof(InclusionProof inclusion, SignedNote checkpoint) {

  /** The usual end of the name of such a file. */
  public static final String EXTENSION = ".tlog-proof";

  /** The longest path: no tree of up to 2^63-1 leaves is higher. */
  public static final int MAX_HASHES = 63;

  /** The longest file; whoever reads one need not read on. */
  public static final int MAX_BYTES = SignedNote.MAX_BYTES + 4 * 1024;

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra";
  private static final String INDEX = "index ";

  /**
   * Takes the parts.
   *
   * @throws IllegalArgumentException if the index is negative or the path too long
   */
  public LogProof {
    if (inclusion.leafIndex() < 0 || inclusion.path().size() > MAX_HASHES) {
      throw new IllegalArgumentException("no tree has such an index or path");
    }
  }

  /**
   * Reads a file; it must have the one form that {@link #bytes()} writes.
   *
   * @throws FaultException with {@link Fault#PROOF_TOO_LARGE}, {@link Fault#PROOF_EXTRA}, {@link
   *     Fault#PROOF_MALFORMED} or a fault of the note in it; lines are those of the file
   */
  public static LogProof parse(byte[] file) throws FaultException {
    if (file.length > MAX_BYTES) {
      throw new FaultException(
          Fault.PROOF_TOO_LARGE, "a proof has at most " + MAX_BYTES + " bytes");
    }
    // Byte for byte, so that positions in the text are positions in the file.
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    String[] head = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
    InclusionProof inclusion = inclusion(head);
    if (end < 0) {
      throw malformed(head.length, "no empty line stands before the checkpoint");
    }
    return new LogProof(inclusion, note(Arrays.copyOfRange(file, end + 2, file.length), head));
  }

  private static InclusionProof inclusion(String[] head) throws FaultException {
    if (!head[0].equals(HEADER)) {
      throw malformed(1, "the file does not begin with the line " + HEADER);
    }
    String second = head.length > 1 ? head[1] : "";
    if (second.equals(EXTRA) || second.startsWith(EXTRA + " ")) {
      throw new FaultException(Fault.PROOF_EXTRA, 2, "no signature covers an extra line");
    }
    Optional<Long> index =
        second.startsWith(INDEX)
            ? StrictText.decimal(second.substring(INDEX.length()))
            : Optional.empty();
    if (index.isEmpty()) {
      throw malformed(2, "the index of the entry is not a decimal number below 2^63");
    }
    if (head.length - 2 > MAX_HASHES) {
      throw malformed(3 + MAX_HASHES, "a path has at most " + MAX_HASHES + " hashes");
    }
    return new InclusionProof(index.get(), path(head));
  }

  private static List<Sha256> path(String[] head) throws FaultException {
    List<Sha256> path = new ArrayList<>();
    for (int at = 2; at < head.length; at++) {
      Optional<Sha256> hash = StrictText.hash(head[at]);
      if (hash.isEmpty()) {
        throw malformed(at + 1, "the hash is not base64 of 32 bytes in its canonical form");
      }
      path.add(hash.get());
    }
    return path;
  }

  private static SignedNote note(byte[] bytes, String[] head) throws FaultException {
    try {
      return SignedNote.parse(bytes);
    } catch (FaultException e) {
      throw e.after(head.length + 1);
    }
  }

  private static FaultException malformed(int line, String detail) {
    return new FaultException(Fault.PROOF_MALFORMED, line, detail);
  }

  /**
   * Reads the text of the note as a checkpoint.
   *
   * @throws FaultException with {@link Fault#CHECKPOINT_MALFORMED} and the line of the file
   */
  public Checkpoint parseCheckpoint() throws FaultException {
    try {
      return Checkpoint.parse(checkpoint.text());
    } catch (FaultException e) {
      throw e.after(3 + inclusion.path().size());
    }
  }

  /** Returns the file. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(HEADER + "\n" + INDEX + inclusion.leafIndex() + "\n");
    for (Sha256 hash : inclusion.path()) {
      head.append(StrictText.base64(hash.bytes())).append('\n');
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(checkpoint.bytes());
    return file.toByteArray();
  }
}
