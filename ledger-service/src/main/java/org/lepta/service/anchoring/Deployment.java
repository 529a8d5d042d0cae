package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.web3j.protocol.Web3j;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.gas.StaticEIP1559GasProvider;

/**
 * Puts a new contract on a chain.
 *
 * @param node address of a node's JSON-RPC
 * @param chainId the chain that it must be of
 * @param payer the account that pays
 * @param mostFee cap on what a unit of gas may cost, in wei
 */
public record Deployment(URI node, long chainId, AccountKey payer, BigInteger mostFee) {

  private static final int MOST_MEMBERS = 32;
  private static final BigInteger GAS = BigInteger.valueOf(3_000_000);

  /**
   * Deploys, and waits until a block has it.
   *
   * @param origin of the log, for ever
   * @param members addresses of the members' keys
   * @param threshold how many of them must sign
   * @throws IllegalArgumentException if the contract would refuse members or threshold
   * @throws AnchorException if the node refuses, is of another chain, or asks for too high a fee
   */
  public ContractAddress deploy(String origin, List<String> members, int threshold)
      throws AnchorException {
    List<String> ascending = members.stream().distinct().sorted().toList();
    if (threshold < 2 || threshold > ascending.size() || ascending.size() > MOST_MEMBERS) {
      throw new IllegalArgumentException(
          "at least 2 must sign, and there are that many members, at most " + MOST_MEMBERS);
    }
    try (JdkService service = new JdkService(node)) {
      Web3j web3j = Web3j.build(service);
      requireChain(web3j);
      BigInteger tip = web3j.ethMaxPriorityFeePerGas().send().getMaxPriorityFeePerGas();
      LeptaAnchor contract =
          LeptaAnchor.deploy(
                  web3j,
                  new RawTransactionManager(web3j, payer.credentials(), chainId),
                  new StaticEIP1559GasProvider(chainId, mostFee, tip.min(mostFee), GAS),
                  AnchoredRoot.originHash(origin).bytes(),
                  ascending,
                  BigInteger.valueOf(threshold))
              .send();
      return new ContractAddress(chainId, contract.getContractAddress());
    } catch (AnchorException e) {
      throw e;
    } catch (IOException e) {
      throw failed(AnchorTrouble.ANCHOR_CHAIN_UNREACHABLE, e);
    } catch (Exception e) {
      throw failed(AnchorTrouble.ANCHOR_CHAIN_REFUSED, e);
    }
  }

  private static AnchorException failed(AnchorTrouble trouble, @Nullable Exception cause) {
    return new AnchorException(trouble, "the contract was not deployed: " + cause, cause);
  }

  private void requireChain(Web3j web3j) throws AnchorException, IOException {
    BigInteger chain = web3j.ethChainId().send().getChainId();
    if (!chain.equals(BigInteger.valueOf(chainId))) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_WRONG_CHAIN, "the node is of the chain " + chain);
    }
  }
}
