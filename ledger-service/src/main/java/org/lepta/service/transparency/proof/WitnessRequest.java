package org.lepta.service.transparency.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;

/**
 * What a log asks a witness to cosign (C2SP tlog-witness v1.0.0, body of {@code add-checkpoint}):
 * the size that the witness is believed to remember, the proof that the tree only grew since, and
 * the signed checkpoint. Nothing of it is verified.
 *
 * @param oldSize the size that the witness cosigned last, 0 for none
 * @param proof from there to the checkpoint
 * @param checkpoint the note of the log
 */
public record WitnessRequest(long oldSize, ConsistencyProof proof, SignedNote checkpoint) {

  /** The longest body; whoever reads one need not read on. */
  public static final int MAX_BYTES = SignedNote.MAX_BYTES + 4 * 1024;

  private static final int MAX_HASHES = 63;
  private static final String OLD = "old ";

  /**
   * Reads a body, in the one form that {@link #bytes()} writes.
   *
   * @throws FaultException with {@link Fault#PROOF_TOO_LARGE}, {@link Fault#PROOF_MALFORMED} or a
   *     fault of the note in it, and the line of the body
   */
  public static WitnessRequest parse(byte[] body) throws FaultException {
    if (body.length > MAX_BYTES) {
      throw new FaultException(
          Fault.PROOF_TOO_LARGE, "a request has at most " + MAX_BYTES + " bytes");
    }
    // Byte for byte, so that positions in the text are positions in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    if (end < 0) {
      throw malformed(1, "no empty line stands before the checkpoint");
    }
    String[] head = text.substring(0, end).split("\n", -1);
    Optional<Long> oldSize =
        head[0].startsWith(OLD)
            ? StrictText.decimal(head[0].substring(OLD.length()))
            : Optional.empty();
    if (oldSize.isEmpty()) {
      throw malformed(1, "the first line is: old <size>");
    }
    ConsistencyProof proof = proof(head);
    try {
      SignedNote note = SignedNote.parse(Arrays.copyOfRange(body, end + 2, body.length));
      return new WitnessRequest(oldSize.get(), proof, note);
    } catch (FaultException e) {
      throw e.after(head.length + 1);
    }
  }

  private static ConsistencyProof proof(String[] head) throws FaultException {
    if (head.length - 1 > MAX_HASHES) {
      throw malformed(2 + MAX_HASHES, "a proof has at most " + MAX_HASHES + " hashes");
    }
    List<Sha256> path = new ArrayList<>();
    for (int at = 1; at < head.length; at++) {
      Optional<Sha256> hash = StrictText.hash(head[at]);
      if (hash.isEmpty()) {
        throw malformed(at + 1, "the hash is not base64 of 32 bytes in its canonical form");
      }
      path.add(hash.get());
    }
    return new ConsistencyProof(path);
  }

  private static FaultException malformed(int line, String detail) {
    return new FaultException(Fault.PROOF_MALFORMED, line, detail);
  }

  /** Returns the body. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.path().forEach(hash -> head.append(StrictText.base64(hash.bytes())).append('\n'));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(checkpoint.bytes());
    return body.toByteArray();
  }
}
