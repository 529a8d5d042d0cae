package org.lepta.service.passport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.passport.Passport.ProvenLeaf;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.InclusionProof;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.StrictText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads passports; any bytes give one or a refusal, and nothing of it is verified. */
final class PassportReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PassportReader() {}

  /**
   * Reads a file.
   *
   * @throws PassportException with {@link PassportCode#PASSPORT_TOO_LARGE} or {@link
   *     PassportCode#PASSPORT_MALFORMED}
   * @throws FaultException if the checkpoint is no signed note
   */
  static Passport read(byte[] file) throws PassportException, FaultException {
    if (file.length > Passport.MAX_BYTES) {
      throw tooLarge("a passport has at most " + Passport.MAX_BYTES + " bytes");
    }
    JsonFields fields = JsonFields.of(tree(file), "");
    if (!fields.text("format").equals(Passport.FORMAT)) {
      throw fields.malformed("format");
    }
    String checkpoint = fields.text("checkpoint");
    Passport passport =
        new Passport(
            SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8)),
            fields.number("gift"),
            leaves(fields),
            texts(fields),
            TrailForm.read(fields.object("trail")),
            fields.number("leftOut"));
    fields.requireNothingElse();
    return passport;
  }

  private static PassportException tooLarge(String detail) {
    return new PassportException(PassportCode.PASSPORT_TOO_LARGE, detail);
  }

  private static JsonNode tree(byte[] file) throws PassportException {
    // From text, since the parser would take other encodings from bytes.
    String text =
        StrictText.utf8(file)
            .orElseThrow(() ->
                new PassportException(PassportCode.PASSPORT_MALFORMED, "the file is not UTF-8"));
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      PassportException malformed =
          new PassportException(
              PassportCode.PASSPORT_MALFORMED,
              "no JSON: %s, line %d, column %d"
                  .formatted(
                      e.getOriginalMessage().lines().findFirst().orElse(""),
                      e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                      e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
      malformed.initCause(e);
      throw malformed;
    }
  }

  private static List<ProvenLeaf> leaves(JsonFields fields) throws PassportException {
    List<JsonFields> objects = fields.objects("leaves");
    if (objects.size() > Passport.MAX_LEAVES) {
      throw tooLarge("a passport has at most " + Passport.MAX_LEAVES + " leaves");
    }
    List<ProvenLeaf> leaves = new ArrayList<>();
    long last = -1;
    for (JsonFields object : objects) {
      ProvenLeaf leaf = leaf(object);
      if (leaf.proof().leafIndex() <= last) {
        throw object.malformed("index");
      }
      last = leaf.proof().leafIndex();
      leaves.add(leaf);
    }
    return leaves;
  }

  private static ProvenLeaf leaf(JsonFields object) throws PassportException {
    List<Sha256> path = new ArrayList<>();
    for (String hash : object.texts("path")) {
      path.add(StrictText.hash(hash).orElseThrow(() -> object.malformed("path")));
    }
    if (path.size() > LogProof.MAX_HASHES) {
      throw object.malformed("path");
    }
    byte[] bytes = object.text("entry").getBytes(StandardCharsets.UTF_8);
    InclusionProof proof = new InclusionProof(object.number("index"), path);
    object.requireNothingElse();
    return new ProvenLeaf(bytes, proof);
  }

  private static List<SaltedText> texts(JsonFields fields) throws PassportException {
    List<SaltedText> texts = new ArrayList<>();
    for (JsonFields object : fields.objects("texts")) {
      texts.add(text(object));
      object.requireNothingElse();
    }
    return texts;
  }

  private static SaltedText text(JsonFields object) throws PassportException {
    SaltedText text;
    try {
      byte[] salt = HexFormat.of().parseHex(object.text("salt"));
      text = SaltedText.of(salt, object.text("text"), object.textIfThere("lang"));
    } catch (IllegalArgumentException | RefusalException e) {
      throw object.malformed("salt");
    }
    if (!text.commitment().hex().equals(object.text("hash"))) {
      throw new PassportException(
          PassportCode.TEXT_DIFFERS, "a text has not the hash " + object.text("hash"));
    }
    return text;
  }
}
