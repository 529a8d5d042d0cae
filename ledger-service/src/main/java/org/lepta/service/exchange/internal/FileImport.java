package org.lepta.service.exchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Hash;
import org.lepta.service.exchange.FileKind;
import org.lepta.service.exchange.ImportOptions;
import org.lepta.service.exchange.ImportReport;
import org.lepta.service.exchange.Intake;
import org.lepta.service.exchange.ProgressListener;
import org.lepta.service.exchange.ProgressListener.Stage;
import org.lepta.service.exchange.WarningCode;

/** One import of one file. Used once. */
public final class FileImport {

  private final Intake intake;
  private final ImportOptions options;
  private final ProgressListener listener;
  private final NameBook book = new NameBook();
  private final Tally tally = new Tally();
  private @Nullable String version;

  public FileImport(Intake intake, ImportOptions options, ProgressListener listener) {
    this.intake = intake;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Looks at the beginning of a file only.
   *
   * @throws org.lepta.service.exchange.RefusedFileException if it is of no kind that can be
   *     imported
   */
  public static void requireKind(Path path, ImportOptions options) throws IOException {
    FileKinds.of(SourceFile.of(path), options.kind());
  }

  /** Checks, then records. */
  public ImportReport run(Path path) throws IOException {
    SourceFile file = SourceFile.of(path);
    FileKinds.Found found = FileKinds.of(file, options.kind());
    FileKind kind = found.kind();
    // While the book is filled, names would be compared with those that come before only.
    Dates dates = new Dates(options.dates());
    NameBook none = new NameBook();
    Hash sha256 =
        file.read(
            Stage.CHECKING, listener, found.utf8(), in -> each(kind, in, dates, none, book::note));
    Recorder recorder = new Recorder(intake, options.dryRun(), sha256, book, tally);
    try {
      ReadAhead.read(
          each ->
              file.read(
                  Stage.RECORDING, listener, found.utf8(), in -> each(kind, in, dates, book, each)),
          recorder::take);
      recorder.finish();
    } finally {
      recorder.leave();
    }
    if (kind == FileKind.IATI_ACTIVITIES && version == null) {
      tally.warn(WarningCode.VERSION_MISSING, "iati-activities");
    }
    return tally.report(file.name(), sha256, kind, version, options.dryRun());
  }

  private void each(
      FileKind kind, BoundedStream in, Dates dates, NameBook names, Consumer<Mapped> each) {
    switch (kind) {
      case THREE_SIXTY_GIVING -> {
        GrantMapper mapper = new GrantMapper(dates, names);
        GrantReader.read(in, grant -> each.accept(mapper.map(grant)));
      }
      case IATI_ACTIVITIES -> {
        IatiMapper mapper = new IatiMapper(dates, names);
        version = IatiReader.read(in, activity -> each.accept(mapper.map(activity)));
      }
    }
  }
}
