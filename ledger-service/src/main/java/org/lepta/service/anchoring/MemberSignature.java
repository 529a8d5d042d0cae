package org.lepta.service.anchoring;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * A member's signature, with the lower value of s.
 *
 * @param signer address of the key, lower case
 * @param hex r, s and v as 0x and 130 hexadecimal digits, as wallets write it
 */
record MemberSignature(String signer, String hex) {

  private static final Pattern FORM = Pattern.compile("0x[0-9a-f]{128}1[bc]");

  static MemberSignature sign(byte[] digest, AccountKey key) {
    Sign.SignatureData made = Sign.signMessage(digest, key.pair(), false);
    HexFormat form = HexFormat.of();
    String hex =
        "0x"
            + form.formatHex(made.getR())
            + form.formatHex(made.getS())
            + form.formatHex(made.getV());
    return new MemberSignature(key.address(), hex);
  }

  /** Finds out whose a signature from outside is; nothing for what is none. */
  static Optional<MemberSignature> of(byte[] digest, String hex) {
    if (!FORM.matcher(hex).matches()) {
      return Optional.empty();
    }
    try {
      MemberSignature unsigned = new MemberSignature("", hex);
      BigInteger key =
          Sign.signedMessageHashToKey(
              digest, new Sign.SignatureData(unsigned.v(), unsigned.r(), unsigned.s()));
      boolean low =
          new ECDSASignature(new BigInteger(1, unsigned.r()), new BigInteger(1, unsigned.s()))
              .isCanonical();
      return low
          ? Optional.of(new MemberSignature("0x" + Keys.getAddress(key), hex))
          : Optional.empty();
    } catch (SignatureException | RuntimeException e) {
      return Optional.empty();
    }
  }

  byte[] r() {
    return part(2, 66);
  }

  byte[] s() {
    return part(66, 130);
  }

  byte v() {
    return part(130, 132)[0];
  }

  private byte[] part(int from, int to) {
    return HexFormat.of().parseHex(hex, from, to);
  }
}
