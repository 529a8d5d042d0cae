package org.lepta.service.anchoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * The digests that members sign (EIP-712), as the contract computes them. Bound to one contract on
 * one chain, so that a signature is worth nothing elsewhere.
 *
 * @param contract whose domain it is
 */
record TypedData(ContractAddress contract) {

  private static final byte[] DOMAIN_TYPE =
      keccak("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final byte[] ANCHOR_TYPE =
      keccak("Anchor(bytes32 origin,uint64 size,bytes32 root)");
  private static final byte[] ROTATION_TYPE =
      keccak("Rotation(bytes32 origin,uint32 epoch,address[] members,uint8 threshold)");

  /** What is signed for a root. */
  byte[] anchor(AnchoredRoot root) {
    return digest(
        words(ANCHOR_TYPE, root.origin().bytes(), word(root.size()), root.root().bytes()));
  }

  /** What is signed for other members. */
  byte[] rotation(Sha256 origin, long epoch, List<String> members, int threshold) {
    byte[] list = words(members.stream().map(TypedData::word).toArray(byte[][]::new));
    return digest(
        words(ROTATION_TYPE, origin.bytes(), word(epoch), Hash.sha3(list), word((long) threshold)));
  }

  private byte[] digest(byte[] struct) {
    byte[] domain =
        Hash.sha3(
            words(
                DOMAIN_TYPE,
                keccak("Lepta anchor"),
                keccak("1"),
                word(contract.chainId()),
                word(contract.address())));
    return Hash.sha3(words(new byte[] {0x19, 0x01}, domain, Hash.sha3(struct)));
  }

  private static byte[] keccak(String text) {
    return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] word(long number) {
    return ByteBuffer.allocate(32).putLong(24, number).array();
  }

  private static byte[] word(String address) {
    return Numeric.toBytesPadded(Numeric.toBigInt(address), 32);
  }

  private static byte[] words(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
