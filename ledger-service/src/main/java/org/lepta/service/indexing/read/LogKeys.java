package org.lepta.service.indexing.read;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.IndexedKeys;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.VerifierKey;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Which keys of logs stand on the ledger. Thread-safe. */
@Component
public final class LogKeys {

  private final IndexedKeys keys;

  public LogKeys(DataSource database) {
    this.keys = new IndexedKeys(database);
  }

  /** Whether an entry names this key; no key is on no ledger. */
  public boolean isRecorded(@Nullable String vkey) {
    return vkey != null && read().isNamed(vkey);
  }

  /** Returns the keys that an entry names for the log of this origin, replaced ones left out. */
  public List<VerifierKey> of(String origin) {
    return read().inForce(origin).stream().flatMap(LogKeys::parse).toList();
  }

  /** Returns how this key came to sign, the oldest change first; none for a log's first key. */
  public List<RecordedKeys.Change> leadingTo(@Nullable String vkey) {
    return vkey == null ? List.of() : read().leadingTo(vkey);
  }

  /** Returns the change by which this key ended. */
  public Optional<RecordedKeys.Change> endOf(String vkey) {
    return read().endOf(vkey);
  }

  private RecordedKeys read() {
    try {
      return keys.read();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the keys of logs cannot be read", e);
    }
  }

  /** A key of a kind that is not checked here watches no log. */
  private static Stream<VerifierKey> parse(String vkey) {
    try {
      return Stream.of(VerifierKey.parse(vkey));
    } catch (FaultException e) {
      return Stream.empty();
    }
  }
}
