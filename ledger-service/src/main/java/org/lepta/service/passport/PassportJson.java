package org.lepta.service.passport;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.passport.Passport.ProvenLeaf;
import org.lepta.service.trail.TrailJson;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.proof.StrictText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes passports as files (docs/reference/passports). */
public final class PassportJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private PassportJson() {}

  /** The bytes of the file, in UTF-8. */
  public static byte[] write(Passport passport) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", Passport.FORMAT);
    json.put("checkpoint", new String(passport.checkpoint().bytes(), StandardCharsets.UTF_8));
    json.put("gift", passport.gift());
    ArrayNode leaves = json.putArray("leaves");
    passport.leaves().forEach(leaf -> put(leaves.addObject(), leaf));
    ArrayNode texts = json.putArray("texts");
    passport.texts().forEach(text -> put(texts.addObject(), text));
    json.set("trail", TrailJson.of(passport.trail()));
    json.put("leftOut", passport.leftOut());
    return JSON.writeValueAsBytes(json);
  }

  private static void put(ObjectNode node, ProvenLeaf leaf) {
    node.put("index", leaf.proof().leafIndex());
    node.put("entry", new String(leaf.bytes(), StandardCharsets.UTF_8));
    ArrayNode path = node.putArray("path");
    for (Sha256 hash : leaf.proof().path()) {
      path.add(StrictText.base64(hash.bytes()));
    }
  }

  private static void put(ObjectNode node, SaltedText text) {
    node.put("hash", text.commitment().hex());
    node.put("salt", HexFormat.of().formatHex(text.salt()));
    node.put("text", text.text());
    if (text.language() != null) {
      node.put("lang", text.language());
    }
  }
}
