package org.lepta.service.sampling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.service.audit.VerifiedLog;
import org.lepta.service.audit.VerifiedLog.DiffersException;
import org.lepta.service.audit.VerifiedLog.ProvenEntry;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.EntryBundle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of one sample (docs/reference/sample). */
final class SampleFolder {

  private static final String OPENING = "opening.json";
  private static final String CHECKPOINT = "checkpoint";
  private static final String SAMPLE = "sample.json";
  private static final String PAPER = "working-paper.csv";
  private static final String ENTRIES = "entries";
  private static final int MAX_SAMPLE_BYTES = 512 << 20;

  private final Path folder;

  private SampleFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder for a new sample: an old one is never written over. */
  static SampleFolder fresh(Path folder) throws IOException, SampleException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new SampleException("The folder " + folder + " is not empty.");
      }
    }
    return new SampleFolder(folder);
  }

  static SampleFolder existing(Path folder) {
    return new SampleFolder(folder);
  }

  byte[] opening() throws IOException {
    return read(OPENING, Opening.MAX_BYTES);
  }

  byte[] note() throws IOException {
    return read(CHECKPOINT, SignedNote.MAX_BYTES);
  }

  /** One byte more than the limit shows that a file is too large; its reader refuses it. */
  private byte[] read(String name, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return in.readNBytes(limit + 1);
    }
  }

  /** Writes all files; {@code sample.json} is the last, so that a sample with it is whole. */
  void write(Sample sample, VerifiedLog log) throws IOException, FaultException, DiffersException {
    Files.write(folder.resolve(OPENING), sample.opening().bytes());
    Files.write(folder.resolve(CHECKPOINT), sample.note().bytes());
    Files.createDirectories(folder.resolve(ENTRIES));
    SignedNote note = SignedNote.parse(sample.note().bytes());
    WorkingPaper paper = new WorkingPaper();
    for (Selection.Chosen chosen : sample.selection().chosen()) {
      ProvenEntry entry = log.entry(chosen.item().leaf(), sample.checked().checkpoint());
      Files.write(file(chosen, ".entry"), entry.bytes());
      Files.write(file(chosen, LogProof.EXTENSION), new LogProof(entry.proof(), note).bytes());
      paper.add(chosen, LeafCodec.decode(entry.bytes()));
    }
    Files.writeString(folder.resolve(PAPER), paper.toString());
    Files.writeString(folder.resolve(SAMPLE), SampleJson.text(SampleJson.of(sample)));
  }

  private Path file(Selection.Chosen chosen, String extension) {
    return folder.resolve(ENTRIES).resolve(chosen.item().leaf() + extension);
  }

  /**
   * Compares what lies here with the sample made anew; the working paper is the auditor's to change
   * and is not looked at.
   *
   * @throws SampleException with the first difference
   */
  void compare(Sample sample, VerifiedLog log)
      throws IOException, SampleException, FaultException, DiffersException {
    String differs = SampleJson.firstDifference(SampleJson.of(sample), json(), "");
    if (!differs.isEmpty()) {
      throw new SampleException(SAMPLE + ": " + differs + ".");
    }
    SignedNote note = SignedNote.parse(sample.note().bytes());
    for (Selection.Chosen chosen : sample.selection().chosen()) {
      ProvenEntry entry = log.entry(chosen.item().leaf(), sample.checked().checkpoint());
      requireSame(chosen, ".entry", entry.bytes());
      requireSame(chosen, LogProof.EXTENSION, new LogProof(entry.proof(), note).bytes());
    }
  }

  private void requireSame(Selection.Chosen chosen, String extension, byte[] made)
      throws IOException, SampleException {
    Path file = file(chosen, extension);
    try (InputStream in = Files.newInputStream(file)) {
      int most = Math.max(LogProof.MAX_BYTES, EntryBundle.MAX_ENTRY_BYTES) + 1;
      if (!Arrays.equals(in.readNBytes(most), made)) {
        throw new SampleException(folder.relativize(file) + " is not that of the log.");
      }
    } catch (NoSuchFileException e) {
      throw new SampleException(folder.relativize(file) + " is missing.");
    }
  }

  private JsonNode json() throws IOException, SampleException {
    byte[] bytes = read(SAMPLE, MAX_SAMPLE_BYTES);
    try {
      return JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new SampleException(SAMPLE + " cannot be read.");
    }
  }
}
