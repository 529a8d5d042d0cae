package org.lepta.service.transparency.proof;

import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.ORIGIN;
import static org.lepta.service.transparency.proof.NoteSamples.SECOND_WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.STRANGER;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;
import static org.lepta.service.transparency.proof.NoteSamples.text;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Receipts.Receipt;

/** The vectors of receipts: one sample as files, and good and bad cases in one list. */
final class ReceiptVectors {

  static final String POLICY =
      "log %s\nwitness w1 %s\nwitness w2 %s\ngroup both any w1 w2\nquorum both\n"
          .formatted(LOG.verifierKey(), WITNESS.verifierKey(), SECOND_WITNESS.verifierKey());

  private static final Receipt SAMPLE = Receipts.receipt(5, 11, WITNESS);
  private static final String FILE = text(SAMPLE.file());

  private ReceiptVectors() {}

  /** A case; the verdict is {@code proven}, {@code unchecked} or the name of a fault. */
  static final class Case {

    private final String name;
    private final byte[] entry;
    private final byte[] file;
    private final String verdict;

    Case(String name, byte[] entry, byte[] file, String verdict) {
      this.name = name;
      this.entry = entry.clone();
      this.file = file.clone();
      this.verdict = verdict;
    }

    String name() {
      return name;
    }

    byte[] entry() {
      return entry.clone();
    }

    byte[] file() {
      return file.clone();
    }

    String verdict() {
      return verdict;
    }

    String json() {
      return "    {\"name\": \"%s\", \"verdict\": \"%s\",\n     \"entry\": \"%s\",\n     \"file\": \"%s\"}"
          .formatted(name, verdict, base64(entry), base64(file));
    }

    private static String base64(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }

  /** All files by their path below the folder of vectors. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("receipts/sample.entry", SAMPLE.entry());
    files.put("receipts/sample.tlog-proof", SAMPLE.file());
    files.put("receipts/policy", bytes(POLICY));
    String cases = cases().stream().map(Case::json).collect(Collectors.joining(",\n"));
    String policy = POLICY.replace("\n", "\\n");
    files.put(
        "receipts/cases.json",
        bytes("{\n  \"policy\": \"%s\",\n  \"cases\": [\n%s\n  ]\n}\n".formatted(policy, cases)));
    return files;
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    good(cases);
    badFiles(cases);
    badSignatures(cases);
    badPaths(cases);
    return cases;
  }

  private static void good(List<Case> cases) {
    cases.add(of("one of two witnesses", SAMPLE, "proven"));
    cases.add(of("both witnesses", Receipts.receipt(5, 11, WITNESS, SECOND_WITNESS), "proven"));
    cases.add(of("the only entry", Receipts.receipt(0, 1, WITNESS), "proven"));
    cases.add(of("the last entry", Receipts.receipt(10, 11, SECOND_WITNESS), "proven"));
    cases.add(of("the witness before the log", reversed(), "proven"));
    String stranger = FILE.replaceFirst(ORIGIN + "\n", "other.example/log\n");
    cases.add(new Case("a log that is not known", SAMPLE.entry(), bytes(stranger), "unchecked"));
  }

  private static void badFiles(List<Case> cases) {
    byte[] longEntry = new byte[65_536];
    cases.add(new Case("an entry too long", longEntry, SAMPLE.file(), "ENTRY_TOO_LARGE"));
    cases.add(file("an empty file", "", Fault.PROOF_MALFORMED));
    cases.add(file("CRLF", FILE.replace("\n", "\r\n"), Fault.PROOF_MALFORMED));
    cases.add(changed("an unknown version", "@v1", "@v2", Fault.PROOF_MALFORMED));
    cases.add(changed("an extra line", "index", "extra AAAA\nindex", Fault.PROOF_EXTRA));
    cases.add(changed("a leading zero", "index 5", "index 05", Fault.PROOF_MALFORMED));
    cases.add(changed("spare bits of a hash", "=\n", "\u0000", Fault.PROOF_MALFORMED));
    cases.add(changed("a space behind a hash", "=\n", "= \n", Fault.PROOF_MALFORMED));
    cases.add(changed("no empty line", "=\n\n", "=\n", Fault.PROOF_MALFORMED));
    cases.add(changed("a hyphen for the dash", "\u2014", "-", Fault.NOTE_MALFORMED));
    cases.add(file("no last newline", FILE.stripTrailing(), Fault.NOTE_MALFORMED));
    cases.add(file("one newline more", FILE + "\n", Fault.NOTE_MALFORMED));
    cases.add(changed("a line more", "\n\n\u2014", "\nmore\n\n\u2014", Fault.CHECKPOINT_MALFORMED));
    cases.add(changed("another form of size", "\n11\n", "\n011\n", Fault.CHECKPOINT_MALFORMED));
  }

  private static void badSignatures(List<Case> cases) {
    cases.add(changed("another size", "\n11\n", "\n12\n", Fault.SIGNATURE_INVALID));
    SignedNote note = SAMPLE.proof().checkpoint();
    cases.add(
        of("a line twice", with(note.with(note.signatures().get(1))), Fault.SIGNATURE_REPEATED));
    List<NoteSignature> cosigned = note.signatures().subList(1, 2);
    cases.add(of("no log", with(new SignedNote(note.text(), cosigned)), Fault.SIGNATURE_MISSING));
    cases.add(
        of("a stranger", Receipts.receipt(5, 11, WITNESS, STRANGER), Fault.SIGNATURE_UNKNOWN));
    cases.add(of("no witness", Receipts.receipt(5, 11), Fault.QUORUM_NOT_MET));
    byte[] later = cosigned.getFirst().signature();
    later[7]++;
    NoteSignature forged = new NoteSignature(WITNESS.verifierKey().id(), later);
    SignedNote postdated =
        new SignedNote(note.text(), List.of(note.signatures().getFirst(), forged));
    cases.add(of("another time", with(postdated), Fault.SIGNATURE_INVALID));
  }

  private static void badPaths(List<Case> cases) {
    List<Sha256> path = SAMPLE.proof().inclusion().path();
    cases.add(of("an index too large", with(11, path), Fault.INDEX_OUT_OF_RANGE));
    cases.add(of("another index", with(4, path), Fault.ROOT_DIFFERS));
    List<Sha256> longer = new ArrayList<>(path);
    longer.add(path.getFirst());
    cases.add(of("a hash more", with(5, longer), Fault.PROOF_TOO_LONG));
    cases.add(of("a hash less", with(5, path.subList(0, 3)), Fault.PROOF_TOO_SHORT));
    cases.add(of("hashes turned round", with(5, path.reversed()), Fault.ROOT_DIFFERS));
    cases.add(
        new Case("another entry", Samples.entry(6), SAMPLE.file(), Fault.ROOT_DIFFERS.name()));
  }

  private static Receipt reversed() {
    SignedNote note = SAMPLE.proof().checkpoint();
    return with(new SignedNote(note.text(), note.signatures().reversed()));
  }

  private static Receipt with(SignedNote note) {
    return new Receipt(SAMPLE.entry(), new LogProof(SAMPLE.proof().inclusion(), note));
  }

  private static Receipt with(long index, List<Sha256> path) {
    LogProof proof = new LogProof(new InclusionProof(index, path), SAMPLE.proof().checkpoint());
    return new Receipt(SAMPLE.entry(), proof);
  }

  private static Case of(String name, Receipt receipt, Fault fault) {
    return of(name, receipt, fault.name());
  }

  private static Case of(String name, Receipt receipt, String verdict) {
    return new Case(name, receipt.entry(), receipt.file(), verdict);
  }

  /** Changes the first place; a NUL stands for the character before it with its spare bits set. */
  private static Case changed(String name, String what, String with, Fault fault) {
    int at = FILE.indexOf(what);
    String changed =
        with.equals("\u0000")
            ? FILE.substring(0, at - 1) + (char) (FILE.charAt(at - 1) + 1) + FILE.substring(at)
            : FILE.substring(0, at) + with + FILE.substring(at + what.length());
    return file(name, changed, fault);
  }

  private static Case file(String name, String file, Fault fault) {
    return new Case(name, SAMPLE.entry(), bytes(file), fault.name());
  }
}
