package org.lepta.ledger.rule;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Device;
import tools.jackson.databind.JsonNode;

/**
 * A WebAuthn assertion with ES256 (Web Authentication Level 2, section 7.2): the person was present
 * and verified, at our relying party, and signed exactly this release hash.
 */
public final class DeviceSignature {

  private static final int RP_HASH_BYTES = 32;
  private static final int FLAGS_AT = 32;
  private static final int MIN_AUTHENTICATOR_DATA = 37;
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;

  /** What stands before the two coordinates in a SubjectPublicKeyInfo of P-256 (RFC 5480). */
  private static final byte[] P256_PREFIX =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

  private static final int P256_KEY_BYTES = 91;

  private DeviceSignature() {}

  /** Whether the text is a P-256 key in its one encoding; no provider's taste decides. */
  static boolean isKey(String base64url) {
    if (!Lexicon.isBase64Url(base64url)) {
      return false;
    }
    try {
      byte[] key = decode(base64url);
      return key.length == P256_KEY_BYTES
          && Arrays.equals(Arrays.copyOf(key, P256_PREFIX.length), P256_PREFIX);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether the approval is signed by this device, over the release hash that it states. Whether
   * the device is registered for the person, and the hash that of the release, is not looked at.
   */
  public static boolean verifies(Approval approval, Device device) {
    try {
      byte[] authenticatorData = decode(approval.authenticatorData());
      byte[] clientData = decode(approval.clientData());
      return isOurs(authenticatorData, device)
          && asksFor(clientData, approval.hash().hex())
          && isSigned(approval, device, authenticatorData, clientData);
    } catch (IllegalArgumentException | CodecException | GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] decode(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  private static boolean isOurs(byte[] data, Device device) {
    return data.length >= MIN_AUTHENTICATOR_DATA
        && Arrays.equals(
            Arrays.copyOf(data, RP_HASH_BYTES),
            HexFormat.of().parseHex(device.relyingParty().hex()))
        && (data[FLAGS_AT] & USER_PRESENT) != 0
        && (data[FLAGS_AT] & USER_VERIFIED) != 0;
  }

  private static boolean asksFor(byte[] clientData, String hash) {
    JsonNode data = CanonicalJson.parse(clientData);
    String challenge =
        Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hash));
    return isText(data.get("type"), "webauthn.get") && isText(data.get("challenge"), challenge);
  }

  private static boolean isText(@org.jspecify.annotations.Nullable JsonNode node, String expected) {
    return node != null && node.isString() && node.asString().equals(expected);
  }

  private static boolean isSigned(
      Approval approval, Device device, byte[] authenticatorData, byte[] clientData)
      throws GeneralSecurityException {
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(new X509EncodedKeySpec(decode(device.publicKey())));
    Signature es256 = Signature.getInstance("SHA256withECDSA");
    es256.initVerify(key);
    es256.update(authenticatorData);
    es256.update(ReleaseHash.sha256(clientData));
    return es256.verify(decode(approval.signature()));
  }
}
