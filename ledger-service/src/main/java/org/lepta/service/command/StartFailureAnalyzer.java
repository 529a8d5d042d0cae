package org.lepta.service.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.BrokenIndexException;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.embedded.FolderInUseException;
import org.lepta.service.platform.database.DatabaseException;
import org.lepta.service.transparency.TextStoreException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Tells why the service does not start where one of our own parts says so: its sentence names what
 * is wrong and what helps, and a trace of the framework's calls would only hide it.
 */
final class StartFailureAnalyzer implements FailureAnalyzer {

  private static final List<Class<? extends Exception>> TELLING =
      List.of(
          DatabaseException.class,
          FolderInUseException.class,
          BrokenLedgerException.class,
          BrokenIndexException.class,
          TextStoreException.class);

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (TELLING.stream().anyMatch(cause.getClass()::equals)) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
      }
    }
    return null;
  }
}
