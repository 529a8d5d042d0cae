package org.lepta.service.indexing.read;

import java.util.Optional;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Kind;
import org.springframework.stereotype.Component;

/** Which build of the chaincode the log names: the genesis, and epochs after it. Thread-safe. */
@Component
public final class Builds {

  /** The newest ones; an upgrade has one each. */
  private static final int MOST = 100;

  private final Entries entries;

  public Builds(Entries entries) {
    this.entries = entries;
  }

  /** The newest that any of them names. */
  public Optional<RecordedBuild> newest() {
    return Stream.of(Kind.EPOCH, Kind.GENESIS)
        .flatMap(kind -> entries.page(EntryQuery.of(kind), null, MOST).items().stream())
        .flatMap(entry ->
            hash(entry).map(hash -> new RecordedBuild(hash.toString(), entry.index())).stream())
        .findFirst();
  }

  private static Optional<Hash> hash(EntryRecord entry) {
    return switch (entry.entry().body()) {
      case Epoch epoch -> Optional.ofNullable(epoch.chaincode());
      case Genesis genesis -> Optional.ofNullable(genesis.chaincode());
      default -> Optional.empty();
    };
  }
}
