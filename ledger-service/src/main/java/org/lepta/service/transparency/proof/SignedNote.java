package org.lepta.service.transparency.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with its signature lines (C2SP signed-note v1.0.0), not verified: use nothing of it before
 * {@link NoteCheck} has returned. What is parsed is written again byte by byte.
 *
 * @param text what is signed
 * @param signatures the signature lines in their order, 1 to {@value #MAX_SIGNATURES}
 */
public record SignedNote(NoteText text, List<NoteSignature> signatures) {

  /** The longest note: room for 16 signatures of the largest kind that is in use anywhere. */
  public static final int MAX_BYTES = 128 * 1024;

  /** The most signature lines of a note. */
  public static final int MAX_SIGNATURES = 64;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no signature, or are too many
   */
  public SignedNote {
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("a note has 1 to " + MAX_SIGNATURES + " signatures");
    }
  }

  /**
   * Reads a note; the bytes must have the one form that {@link #bytes()} writes.
   *
   * @throws FaultException with {@link Fault#NOTE_TOO_LARGE} or {@link Fault#NOTE_MALFORMED}
   */
  public static SignedNote parse(byte[] bytes) throws FaultException {
    if (bytes.length > MAX_BYTES) {
      throw new FaultException(Fault.NOTE_TOO_LARGE, "a note has at most " + MAX_BYTES + " bytes");
    }
    Optional<String> decoded = StrictText.utf8(bytes);
    if (decoded.isEmpty()) {
      throw malformed(FaultException.NO_LINE, "a note is UTF-8");
    }
    String note = decoded.get();
    requireNoControls(note);
    // The text itself may have empty lines, so its end is the last one.
    int end = note.lastIndexOf("\n\n");
    if (end < 0) {
      throw malformed(FaultException.NO_LINE, "no empty line stands before the signatures");
    }
    String text = note.substring(0, end + 1);
    int linesBefore = lines(text) + 1;
    return new SignedNote(new NoteText(text), signatures(note.substring(end + 2), linesBefore));
  }

  private static void requireNoControls(String note) throws FaultException {
    for (int at = 0; at < note.length(); at++) {
      if (NoteText.isForbidden(note.charAt(at))) {
        throw malformed(
            lines(note.substring(0, at)) + 1, "a note has no control character but the newline");
      }
    }
  }

  private static List<NoteSignature> signatures(String part, int linesBefore)
      throws FaultException {
    if (part.isEmpty()) {
      throw malformed(linesBefore, "the note has no signature");
    }
    if (!part.endsWith("\n")) {
      throw malformed(linesBefore + lines(part) + 1, "the last line has no newline");
    }
    String[] lines = part.substring(0, part.length() - 1).split("\n", -1);
    if (lines.length > MAX_SIGNATURES) {
      throw new FaultException(
          Fault.NOTE_TOO_LARGE, "a note has at most " + MAX_SIGNATURES + " signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>(lines.length);
    for (String line : lines) {
      try {
        signatures.add(NoteSignature.parse(line));
      } catch (FaultException e) {
        throw e.at(linesBefore + signatures.size() + 1);
      }
    }
    return signatures;
  }

  private static int lines(String text) {
    return Math.toIntExact(text.chars().filter(c -> c == '\n').count());
  }

  private static FaultException malformed(int line, String detail) {
    return new FaultException(Fault.NOTE_MALFORMED, line, detail);
  }

  /** Returns the note with one signature line more, at the end. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /** Returns the file: text, empty line, signature lines. */
  public byte[] bytes() {
    StringBuilder note = new StringBuilder(text.value()).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString().getBytes(StandardCharsets.UTF_8);
  }
}
