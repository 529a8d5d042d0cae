package org.lepta.service.anchoring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers the members' signatures under one root. Each is verified before it counts: nobody is
 * asked whose it is.
 *
 * @param typed what is signed
 * @param own this member's signatures
 * @param others the other members' services
 */
record SignatureCollection(TypedData typed, MemberSigner own, MemberAnswers others) {

  private static final int MOST_BYTES = 16 << 10;

  /**
   * Returns as many signatures as are asked for, ascending by signer.
   *
   * @throws AnchorException with {@link AnchorTrouble#ANCHOR_SIGNATURES_MISSING}
   */
  List<MemberSignature> of(AnchoredRoot root, Members members)
      throws AnchorException, InterruptedException {
    byte[] digest = typed.anchor(root);
    TreeMap<String, MemberSignature> found = new TreeMap<>();
    own.sign(root.size()).ifPresent(signed -> add(found, digest, signed.signatures(), members));
    if (found.size() < members.threshold()) {
      for (byte[] answer : others.ask(MemberSigner.PATH + root.size(), MOST_BYTES)) {
        add(found, digest, signatures(answer), members);
      }
    }
    if (found.size() < members.threshold()) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_SIGNATURES_MISSING,
          "%d of %d members have signed the root of size %d"
              .formatted(found.size(), members.threshold(), root.size()));
    }
    return found.values().stream().limit(members.threshold()).toList();
  }

  private static void add(
      TreeMap<String, MemberSignature> found,
      byte[] digest,
      List<String> signatures,
      Members members) {
    for (String signature : signatures) {
      MemberSignature.of(digest, signature)
          .filter(known -> members.addresses().contains(known.signer()))
          .ifPresent(known -> found.put(known.signer(), known));
    }
  }

  /** What another service sends is read as far as it has the form, and no further. */
  private static List<String> signatures(byte[] answer) {
    List<String> all = new ArrayList<>();
    try {
      for (JsonNode signature : JsonMapper.shared().readTree(answer).path("signatures")) {
        if (signature.isString() && all.size() < 32) {
          all.add(signature.stringValue());
        }
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return all;
  }
}
