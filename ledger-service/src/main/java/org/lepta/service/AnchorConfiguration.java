package org.lepta.service;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.lepta.service.anchoring.AccountKey;
import org.lepta.service.anchoring.AnchorSettings;
import org.lepta.service.anchoring.Anchors;
import org.lepta.service.anchoring.ChainAnchor;
import org.lepta.service.anchoring.ContractAddress;
import org.lepta.service.anchoring.PublishedLog;
import org.lepta.service.anchoring.TimestampAnchor;
import org.lepta.service.anchoring.TimestampSettings;
import org.lepta.service.consortium.Others;
import org.lepta.service.indexing.IndexedLog;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.transparency.log.TransparencyLog;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what the settings {@code lepta.anchor} and {@code lepta.timestamp} ask for. */
@Configuration(proxyBeanMethods = false)
class AnchorConfiguration {

  private static final BigInteger GWEI = BigInteger.TEN.pow(9);

  @Bean(destroyMethod = "close")
  Anchors anchors(
      LeptaSettings settings,
      TransparencyLog log,
      Others others,
      DataSource database,
      Indexer indexer)
      throws IOException {
    return new Anchors(chain(settings, log, others, database, indexer), timestamps(settings, log));
  }

  private static Optional<ChainAnchor> chain(
      LeptaSettings settings,
      TransparencyLog log,
      Others others,
      DataSource database,
      Indexer indexer)
      throws IOException {
    if (settings.anchor().node().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ChainAnchor.open(
            settings(settings, log.state().origin()),
            new PublishedLog(log, IndexedLog.of(database, indexer)),
            others::ask));
  }

  private static Optional<TimestampAnchor> timestamps(LeptaSettings settings, TransparencyLog log)
      throws IOException {
    LeptaSettings.TimestampAddress address = settings.timestamp();
    if (address.authority().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        TimestampAnchor.open(
            new TimestampSettings(
                URI.create(address.authority()),
                roots(Path.of(address.roots())),
                address.every(),
                address.look(),
                settings.data().resolve("timestamps")),
            log::soundNote));
  }

  private static List<X509Certificate> roots(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "lepta.timestamp.roots: " + file + " holds no certificates", e);
    }
  }

  private static AnchorSettings settings(LeptaSettings settings, String ownOrigin)
      throws IOException {
    LeptaSettings.AnchorAddress address = settings.anchor();
    return new AnchorSettings(
        URI.create(address.node()),
        new ContractAddress(address.chainId(), address.contract()),
        address.origin().isEmpty() ? ownOrigin : address.origin(),
        address.payerKey().isEmpty()
            ? Optional.empty()
            : Optional.of(AccountKey.read(Path.of(address.payerKey()))),
        keys(address.memberKeys()),
        address.every(),
        BigInteger.valueOf(address.mostFeeGwei()).multiply(GWEI),
        address.patience(),
        address.depth(),
        address.look(),
        settings.data().resolve("anchor"));
  }

  private static List<AccountKey> keys(List<String> files) throws IOException {
    List<AccountKey> keys = new ArrayList<>();
    for (String file : files) {
      keys.add(AccountKey.read(Path.of(file)));
    }
    return keys;
  }

  /** Nothing is anchored before everything else runs. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> anchorStart(Anchors anchors) {
    return ready -> anchors.start();
  }
}
