package org.lepta.service.anchoring;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/**
 * A transaction that moves the contract, with all that is needed to send it again: the same one, or
 * another one of the same number with a higher fee.
 *
 * @param oldSize what must stand in the contract
 * @param size what it moves to
 * @param root of that size
 * @param nonce the account's number of it: no two of the same number can be in blocks
 * @param data the call
 * @param gas the most gas it may take
 * @param mostFee the most that a unit of gas may cost, in wei
 * @param tip of that, what the block's maker gets, in wei
 * @param raw signed, as nodes take it
 * @param earlier hashes of what was sent under this number before
 * @param since when the first of this number and size was made
 * @param sent when this one was made
 */
record Submission(
    long oldSize,
    long size,
    Sha256 root,
    BigInteger nonce,
    String data,
    BigInteger gas,
    BigInteger mostFee,
    BigInteger tip,
    String raw,
    List<String> earlier,
    Instant since,
    Instant sent) {

  Submission {
    earlier = List.copyOf(earlier);
  }

  /** Signs a call. */
  static String sign(
      ContractAddress contract, AccountKey payer, BigInteger nonce, String data, Price price) {
    RawTransaction transaction =
        RawTransaction.createTransaction(
            contract.chainId(),
            nonce,
            price.gas(),
            contract.address(),
            BigInteger.ZERO,
            data,
            price.tip(),
            price.mostFee());
    return Numeric.toHexString(TransactionEncoder.signMessage(transaction, payer.credentials()));
  }

  /** What a transaction may cost: gas, and wei for each unit of it. */
  record Price(BigInteger gas, BigInteger mostFee, BigInteger tip) {

    BigInteger most() {
      return gas.multiply(mostFee);
    }
  }

  String hash() {
    return Hash.sha3(raw);
  }
}
