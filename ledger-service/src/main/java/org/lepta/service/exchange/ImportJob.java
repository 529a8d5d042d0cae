package org.lepta.service.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param state {@code waiting}, {@code checking}, {@code recording}, {@code done}, {@code refused}
 *     or {@code failed}
 * @param bytesRead of the file in this stage
 * @param code why a refused or failed import ended
 * @param detail what is wrong and where
 * @param verdict when done, the end in one word
 * @param text when done, the report as lines for a screen
 * @param report when done
 */
public record ImportJob(
    String id,
    String file,
    String state,
    long bytesRead,
    long bytesTotal,
    @Nullable String code,
    @Nullable String detail,
    @Nullable String verdict,
    @Nullable String text,
    @Nullable ImportReport report) {

  static ImportJob waiting(String id, String file, long bytesTotal) {
    return new ImportJob(id, file, "waiting", 0, bytesTotal, null, null, null, null, null);
  }

  ImportJob at(ProgressListener.Stage stage, long read, long total) {
    String word = stage == ProgressListener.Stage.CHECKING ? "checking" : "recording";
    return new ImportJob(id, file, word, read, total, null, null, null, null, null);
  }

  ImportJob done(ImportReport result) {
    return new ImportJob(
        id,
        file,
        "done",
        bytesTotal,
        bytesTotal,
        null,
        null,
        result.verdict().name(),
        result.toText(),
        result);
  }

  ImportJob ended(String how, String why, String what) {
    return new ImportJob(id, file, how, bytesRead, bytesTotal, why, what, null, null, null);
  }

  /** Whether nothing more will change. */
  public boolean isEnded() {
    return switch (state) {
      case "done", "refused", "failed" -> true;
      default -> false;
    };
  }
}
