package org.lepta.service;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service, by {@code lepta.…} properties or {@code LEPTA_…} environment
 * (docs/reference/configuration).
 *
 * @param data folder of ledger, database and texts
 * @param ledger which ledger to use; {@code embedded}
 * @param operator organisation id of the keeper of an embedded ledger
 * @param operatorName the keeper's name as pages show it
 * @param database where the index lies
 */
@ConfigurationProperties("lepta")
public record LeptaSettings(
    @DefaultValue(".lepta") Path data,
    @DefaultValue("embedded") String ledger,
    @DefaultValue("XI-LEPTA-LOCAL") String operator,
    @DefaultValue("Operator of this ledger") String operatorName,
    @DefaultValue DatabaseAddress database) {

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
