package org.lepta.service.anchoring;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One contract on one chain.
 *
 * @param chainId as EIP-155 counts chains
 * @param address 0x and 40 hexadecimal digits, lower case
 */
public record ContractAddress(long chainId, String address) {

  private static final Pattern FORM = Pattern.compile("0x[0-9a-f]{40}");

  /**
   * Takes the address in any case of its digits.
   *
   * @throws IllegalArgumentException if it is none, or the chain's number is not positive
   */
  public ContractAddress {
    address = address.toLowerCase(Locale.ROOT);
    if (chainId <= 0 || !FORM.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "a contract is a chain's number and 0x with 40 hexadecimal digits, not %d and %s"
              .formatted(chainId, address));
    }
  }
}
