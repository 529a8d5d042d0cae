package org.lepta.service.anchoring;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.lepta.service.kernel.Sha256;

/** Keys of members, ascending by address. */
final class TestMembers {

  static final List<AccountKey> KEYS = of(1_000, 4);

  /** Who is no member at first. */
  static final List<AccountKey> OTHERS = of(2_000, 4);

  private TestMembers() {}

  private static List<AccountKey> of(int seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> AccountKey.of(BigInteger.valueOf(seed + i)))
        .sorted(Comparator.comparing(AccountKey::address))
        .toList();
  }

  static List<String> addresses(List<AccountKey> keys) {
    return keys.stream().map(AccountKey::address).toList();
  }

  /** Deploys a contract of three members of which two must sign; the fourth key is spare. */
  static ContractAddress deploy(Anvil chain) throws AnchorException {
    return deploy(chain, GrowingLog.ORIGIN);
  }

  static ContractAddress deploy(Anvil chain, String origin) throws AnchorException {
    return new Deployment(chain.address(), Anvil.CHAIN, Anvil.RICH, gwei(100))
        .deploy(origin, addresses(KEYS.subList(0, 3)), 2);
  }

  static BigInteger gwei(long gwei) {
    return BigInteger.valueOf(gwei).multiply(BigInteger.TEN.pow(9));
  }

  static AnchoredRoot root(long size, Sha256 root) {
    return new AnchoredRoot(AnchoredRoot.originHash(GrowingLog.ORIGIN), size, root);
  }

  static List<LeptaAnchor.Signature> sign(byte[] digest, List<AccountKey> keys) {
    return keys.stream()
        .map(key -> MemberSignature.sign(digest, key))
        .map(TestMembers::form)
        .toList();
  }

  static LeptaAnchor.Signature form(MemberSignature signature) {
    return new LeptaAnchor.Signature(
        BigInteger.valueOf(signature.v()), signature.r(), signature.s());
  }
}
