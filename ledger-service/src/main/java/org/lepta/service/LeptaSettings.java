package org.lepta.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service, by {@code lepta.…} properties or {@code LEPTA_…} environment
 * (docs/reference/configuration).
 *
 * @param data folder of ledger, database and texts
 * @param ledger which ledger to use: {@code embedded} or {@code fabric}
 * @param operator organisation id of the keeper of an embedded ledger; on a network the connection
 *     file names the organisation
 * @param operatorName the organisation's name as pages show it; empty for a default
 * @param fabric how to reach a network
 * @param address where readers find the pages, such as {@code https://ledger.example.org}; empty
 *     for what each of them asked for
 * @param others addresses of the other services over the same ledger
 * @param othersPause between two questions to one of them
 * @param log the transparency log
 * @param anchor where the log is anchored
 * @param timestamp who stamps its checkpoints
 * @param database where the index lies
 */
@ConfigurationProperties("lepta")
public record LeptaSettings(
    @DefaultValue(".lepta") Path data,
    @DefaultValue("embedded") String ledger,
    @DefaultValue("") String operator,
    @DefaultValue("") String operatorName,
    @DefaultValue NetworkAddress fabric,
    @DefaultValue("") String address,
    @DefaultValue List<String> others,
    @DefaultValue("5s") Duration othersPause,
    @DefaultValue LogSettings log,
    @DefaultValue AnchorAddress anchor,
    @DefaultValue TimestampAddress timestamp,
    @DefaultValue DatabaseAddress database) {

  /** Copies the list. */
  public LeptaSettings {
    others = List.copyOf(others);
  }

  /**
   * Settings of the transparency log.
   *
   * @param origin names the log for ever, as C2SP tlog-checkpoint asks: an address without scheme,
   *     that is no spaces, control characters or plus signs, and no {@code ://}; empty for a name
   *     that is made at the first start
   * @param policy file that names the witnesses with their addresses and which of them are enough
   *     (C2SP tlog-policy); empty for none
   * @param cosign whether this service is a witness of the logs whose keys stand on the ledger
   */
  public record LogSettings(
      @DefaultValue("") String origin,
      @DefaultValue("") String policy,
      @DefaultValue("false") boolean cosign) {

    /**
     * Checks the origin.
     *
     * @throws IllegalArgumentException if no checkpoint could carry it
     */
    public LogSettings {
      boolean plain =
          origin.length() <= 200
              && !origin.contains("://")
              && origin.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+');
      if (!plain) {
        throw new IllegalArgumentException(
            "lepta.log.origin is an address without scheme, such as log.example.org/gifts");
      }
    }
  }

  /**
   * How to reach a Fabric network, and how much to ask of it; see {@link
   * org.lepta.service.ledger.fabric.FabricLimits} for the limits.
   *
   * @param connection the connection file of the organisation, or empty
   */
  public record NetworkAddress(
      @DefaultValue("") String connection,
      @DefaultValue("200") int inFlight,
      @DefaultValue("15s") Duration endorsing,
      @DefaultValue("10s") Duration ordering,
      @DefaultValue("5s") Duration again,
      @DefaultValue("60s") Duration commit,
      @DefaultValue("10s") Duration silence) {}

  /**
   * Where and how the log is anchored on an EVM chain; see {@link
   * org.lepta.service.anchoring.AnchorSettings}.
   *
   * @param node address of a node's JSON-RPC, or empty for no anchor
   * @param chainId the chain's number
   * @param contract address of the contract
   * @param origin of the log that it anchors; empty for this service's own
   * @param payerKey file of the account that submits; empty where others do
   * @param memberKeys files of this member's keys
   * @param every the least time between two anchors
   * @param mostFeeGwei cap on what a unit of gas may cost
   * @param patience until a transaction that no block takes is sent with a higher fee
   * @param depth how many blocks on top make one final; 0 to ask the chain
   * @param look between two looks at the chain
   */
  public record AnchorAddress(
      @DefaultValue("") String node,
      @DefaultValue("0") long chainId,
      @DefaultValue("") String contract,
      @DefaultValue("") String origin,
      @DefaultValue("") String payerKey,
      @DefaultValue List<String> memberKeys,
      @DefaultValue("1h") Duration every,
      @DefaultValue("50") long mostFeeGwei,
      @DefaultValue("10m") Duration patience,
      @DefaultValue("0") int depth,
      @DefaultValue("15s") Duration look) {

    /** Copies the list. */
    public AnchorAddress {
      memberKeys = List.copyOf(memberKeys);
    }
  }

  /**
   * A timestamp authority (RFC 3161).
   *
   * @param authority where it answers, or empty for none
   * @param roots file of the certificates that are believed, PEM
   * @param every the least time between two tokens
   * @param look between two looks at the log
   */
  public record TimestampAddress(
      @DefaultValue("") String authority,
      @DefaultValue("") String roots,
      @DefaultValue("1d") Duration every,
      @DefaultValue("1m") Duration look) {}

  /**
   * The operator's own PostgreSQL; without a URL the embedded one is used.
   *
   * @param url JDBC URL, or empty
   */
  public record DatabaseAddress(
      @DefaultValue("") String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password) {}
}
