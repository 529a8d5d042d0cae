package org.lepta.service.transparency.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.MerkleTree;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.NoteSignature;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.proof.WitnessRequest;

/**
 * Asks one witness to cosign a log's checkpoints (C2SP tlog-witness v1.0.0). Of its answers only
 * what its key has signed is believed, and what contradicts us only if our own key has signed it.
 * Used by one thread at a time.
 */
public final class WitnessClient {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A checkpoint with many signatures; answers that are longer are cut off and refused. */
  private static final int MOST_BYTES = SignedNote.MAX_BYTES;

  /** The first answer may tell the witness's size, and another log's copy may have moved it. */
  private static final int MOST_TRIES = 3;

  private final Policy.Witness witness;
  private final Supplier<List<VerifierKey>> ours;
  private final String prefix;
  private final HttpClient http;
  private long remembered;

  /**
   * A client of one witness.
   *
   * @param witness with the address that its policy line names
   * @param ours the keys whose signature is ours, asked anew each time
   * @throws IllegalArgumentException if the policy names no address that can be asked
   */
  public WitnessClient(Policy.Witness witness, Supplier<List<VerifierKey>> ours, HttpClient http) {
    this.witness = witness;
    this.ours = ours;
    this.http = http;
    String url =
        witness
            .url()
            .orElseThrow(() ->
                new IllegalArgumentException("the witness " + witness.name() + " has no address"));
    this.prefix = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    if (!prefix.startsWith("http://") && !prefix.startsWith("https://")) {
      throw new IllegalArgumentException(
          "the address of the witness " + witness.name() + " begins with http:// or https://");
    }
    URI.create(prefix);
  }

  /** What came of asking. */
  public sealed interface Outcome {

    /** The witness has cosigned; its signature was verified. */
    record Cosigned(NoteSignature signature) implements Outcome {}

    /** Nothing is known against the log; the witness may be asked again later. */
    record Trouble(String reason) implements Outcome {}

    /**
     * The witness holds a checkpoint that our key has signed and that is no part of our log.
     *
     * @param note the evidence
     */
    record Contradiction(SignedNote note) implements Outcome {}
  }

  /** Returns whom it asks. */
  public Policy.Witness witness() {
    return witness;
  }

  /**
   * Asks for a cosignature.
   *
   * @param checkpoint what {@code note} says
   * @param note signed by our key
   * @param tree our log, at least as large as the checkpoint
   */
  public Outcome ask(Checkpoint checkpoint, SignedNote note, MerkleTree tree)
      throws InterruptedException {
    try {
      for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
        // A witness that is ahead is asked as if it were not, so that it tells its size itself.
        long old = Math.min(remembered, checkpoint.size());
        HttpResponse<byte[]> answer =
            post(new WitnessRequest(old, tree.consistency(old, checkpoint.size()), note));
        switch (answer.statusCode()) {
          case 200 -> {
            return cosigned(checkpoint, note, answer.body());
          }
          case 409 -> {
            OptionalLong size = size(answer.body());
            if (size.isEmpty()) {
              return new Outcome.Trouble("it answers 409 without a size");
            }
            remembered = size.getAsLong();
            if (remembered > checkpoint.size()) {
              return contradiction(checkpoint, tree, "it has cosigned the size " + remembered);
            }
          }
          case 422 -> {
            return contradiction(checkpoint, tree, "it finds the checkpoint inconsistent");
          }
          default -> {
            return new Outcome.Trouble("it answers " + answer.statusCode());
          }
        }
      }
      return new Outcome.Trouble("somebody else has it cosign meanwhile");
    } catch (IOException e) {
      return new Outcome.Trouble("it cannot be reached: " + e);
    }
  }

  private Outcome cosigned(Checkpoint checkpoint, SignedNote note, byte[] body) {
    for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
      Optional<NoteSignature> signature = verified(note, line);
      if (signature.isPresent()) {
        remembered = checkpoint.size();
        return new Outcome.Cosigned(signature.get());
      }
    }
    return new Outcome.Trouble("it answers without a signature of its key");
  }

  /** Lines of other keys are none of our business, be they well-formed or not. */
  private Optional<NoteSignature> verified(SignedNote note, String line) {
    try {
      NoteSignature signature = NoteSignature.parse(line);
      if (signature.keyId().equals(witness.key().id())) {
        witness.key().verify(note.text(), signature);
        return Optional.of(signature);
      }
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  /** A witness's word alone must not stop a log: only what our key has signed counts. */
  private Outcome contradiction(Checkpoint checkpoint, MerkleTree tree, String claim)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            request("/" + WitnessMemory.hash(checkpoint.origin()) + "/checkpoint").GET().build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    if (answer.statusCode() != 200) {
      return new Outcome.Trouble(claim + ", and does not show what it remembers");
    }
    try {
      SignedNote theirs = SignedNote.parse(answer.body());
      Checkpoint held = Checkpoint.parse(theirs.text());
      boolean signedByUs =
          held.origin().equals(checkpoint.origin())
              && !NoteCheck.of(theirs, ours.get()).verified().isEmpty();
      if (signedByUs && !isPartOf(tree, checkpoint, held)) {
        return new Outcome.Contradiction(theirs);
      }
      return new Outcome.Trouble(claim + ", which what it shows does not bear out");
    } catch (FaultException e) {
      return new Outcome.Trouble(claim + ", and shows something unreadable: " + e.getMessage());
    }
  }

  private static boolean isPartOf(MerkleTree tree, Checkpoint ours, Checkpoint held) {
    return held.size() <= ours.size() && tree.root(held.size()).equals(held.root());
  }

  private HttpResponse<byte[]> post(WitnessRequest body) throws IOException, InterruptedException {
    return http.send(
        request("/add-checkpoint").POST(BodyPublishers.ofByteArray(body.bytes())).build(),
        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE);
  }

  private static OptionalLong size(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    boolean decimal = text.matches("(0|[1-9][0-9]{0,17})\n");
    return decimal ? OptionalLong.of(Long.parseLong(text.strip())) : OptionalLong.empty();
  }
}
