package org.lepta.service.transparency.witness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.lepta.service.transparency.proof.NoteSignature;

/** What a witness answers, with its place in HTTP (C2SP tlog-witness v1.0.0). */
public sealed interface WitnessAnswer {

  /** Returns the status code of the answer. */
  int status();

  /** Returns the content type of the answer. */
  default String contentType() {
    return "text/plain; charset=utf-8";
  }

  /** Returns the body as text. */
  String text();

  /** Returns the body. */
  default byte[] body() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The checkpoint is stored and cosigned.
   *
   * @param signatures the witness's own
   */
  record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {

    /** Copies the list. */
    public Cosigned {
      signatures = List.copyOf(signatures);
    }

    @Override
    public int status() {
      return 200;
    }

    @Override
    public String text() {
      return signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
  }

  /**
   * The witness remembers another size than the request names.
   *
   * @param size what it cosigned last, 0 if nothing
   */
  record OtherSize(long size) implements WitnessAnswer {

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String contentType() {
      return "text/x.tlog.size";
    }

    @Override
    public String text() {
      return size + "\n";
    }
  }

  /**
   * Nothing is cosigned.
   *
   * @param refusal why
   * @param detail a sentence for people
   */
  record Refused(Refusal refusal, String detail) implements WitnessAnswer {

    @Override
    public int status() {
      return refusal.status();
    }

    @Override
    public String text() {
      return refusal + ": " + detail + "\n";
    }
  }

  /** Why a witness does not cosign, in the order of the checks. */
  enum Refusal {
    /** The body is no request in its one form. */
    REQUEST_MALFORMED(400),
    /** No key is known for the log that the checkpoint names. */
    ORIGIN_UNKNOWN(404),
    /** The log's known key has not signed, or a signature of it does not verify. */
    SIGNATURE_INVALID(403),
    /** The old size is above that of the checkpoint. */
    OLD_SIZE_ABOVE(400),
    /** The checkpoint does not extend what was cosigned last: the log shows two histories. */
    INCONSISTENT(422),
    /** The witness computes its own root of the log, and it is another one. */
    ROOT_DIFFERS(422),
    /** The witness computes its own root and has not come so far: ask again. */
    NOT_REBUILT_YET(503);

    private final int status;

    Refusal(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
