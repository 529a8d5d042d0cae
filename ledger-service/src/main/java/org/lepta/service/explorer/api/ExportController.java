package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.DatabaseFiles;
import org.lepta.service.exchange.ExportScope;
import org.lepta.service.exchange.Exports;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.SignedNote;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything under the newest checkpoint as files, without an end to their length: entries as they
 * are, and grants and funds in the forms of published standards.
 */
@RestController
class ExportController extends ReadController {

  static final String JSONL = "/api/v1/exports/entries.jsonl";
  static final String CSV = "/api/v1/exports/entries.csv";
  static final String GRANTS = "/api/v1/exports/360giving.json";
  static final String ACTIVITIES = "/api/v1/exports/iati.xml";
  static final String DATABASE = "/api/v1/exports/ledger.sqlite";
  static final String DATABASE_TYPE = "application/vnd.sqlite3";

  /** Headers that name the checkpoint, for files that have no place for it. */
  static final String SIZE_HEADER = "Lepta-Log-Size";

  static final String ROOT_HEADER = "Lepta-Log-Root";

  private final TransparencyLog log;
  private final Index index;
  private final Entries entries;
  private final Items items;
  private final Exports exports;
  private final DatabaseFiles databases;

  ExportController(
      TransparencyLog log,
      Index index,
      Entries entries,
      Items items,
      Exports exports,
      DatabaseFiles databases) {
    this.log = log;
    this.index = index;
    this.entries = entries;
    this.items = items;
    this.exports = exports;
    this.databases = databases;
  }

  /**
   * Entries come as a whole, since only then their hashes add up to the root; and the database only
   * as it is now, since one takes the disk of the whole log.
   */
  static List<String> parameters(String path) {
    return switch (path) {
      case DATABASE -> List.of();
      case JSONL, CSV -> List.of("at");
      default -> List.of("fund", "organisation", "at");
    };
  }

  @GetMapping(JSONL)
  void jsonl(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(JSONL, "application/jsonl", request, response, this::jsonl);
  }

  @GetMapping(CSV)
  void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(CSV, "text/csv;charset=UTF-8", request, response, this::csv);
  }

  @GetMapping(GRANTS)
  void grants(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(GRANTS, "application/json", request, response, exports::grants);
  }

  @GetMapping(ACTIVITIES)
  void activities(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(ACTIVITIES, "application/xml", request, response, exports::activities);
  }

  @GetMapping(DATABASE)
  void database(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(
        DATABASE,
        DATABASE_TYPE,
        request,
        response,
        (scope, out) -> {
          try (InputStream database = databases.open(scope.checkpoint())) {
            database.transferTo(out);
          }
        });
  }

  /** Writes one kind of export. */
  @FunctionalInterface
  private interface Export {
    void write(ExportScope scope, OutputStream out) throws IOException;
  }

  private void answer(
      String path,
      String type,
      HttpServletRequest request,
      HttpServletResponse response,
      Export export)
      throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), parameters(path));
    Checkpoint checkpoint = checkpoint(given.number("at"));
    response.setContentType(type);
    // Texts can be withdrawn and checkpoints come by the second, so nobody may keep it.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + path.substring(path.lastIndexOf('/') + 1) + '"');
    response.setHeader(SIZE_HEADER, Long.toString(checkpoint.size()));
    response.setHeader(ROOT_HEADER, checkpoint.root().hex());
    if (!request.getMethod().equals("HEAD")) {
      export.write(
          new ExportScope(checkpoint, given.text("fund"), given.text("organisation")),
          response.getOutputStream());
    }
  }

  /** The newest public checkpoint, or the log of an earlier size under it. */
  private Checkpoint checkpoint(@Nullable Long at) throws IOException {
    Checkpoint newest = newest();
    if (index.size() < newest.size()) {
      throw ReadCode.NOT_PUBLISHED.refusal(
          "The index is being built and does not hold yet what the log has published.");
    }
    if (at == null) {
      return newest;
    }
    if (at > newest.size()) {
      throw ReadCode.AT_INVALID.refusal(
          "The published log has " + newest.size() + " entries; at asks for more.");
    }
    return new Checkpoint(newest.origin(), at, log.tree(newest.size()).root(at));
  }

  private Checkpoint newest() throws IOException {
    byte[] note =
        log.checkpoint()
            .orElseThrow(() -> ReadCode.NOT_PUBLISHED.refusal("No checkpoint is published yet."));
    try {
      return Checkpoint.parse(SignedNote.parse(note).text());
    } catch (FaultException e) {
      throw new IllegalStateException("our own checkpoint cannot be read", e);
    }
  }

  private void jsonl(ExportScope scope, OutputStream out) throws IOException {
    each(
        scope,
        entry -> {
          out.write(Answers.bytes(items.any(entry)));
          out.write('\n');
        });
    // The last line also tells that the file is whole.
    ObjectNode last = Answers.object();
    last.putObject("checkpoint")
        .put("origin", scope.checkpoint().origin())
        .put("size", scope.checkpoint().size())
        .put("root", scope.checkpoint().root().hex());
    out.write(Answers.bytes(last));
    out.write('\n');
  }

  private void csv(ExportScope scope, OutputStream out) throws IOException {
    Writer rows = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    EntryCsv.writeHead(rows);
    each(scope, entry -> EntryCsv.write(rows, items.any(entry)));
    rows.flush();
  }

  /** Writes one entry. */
  @FunctionalInterface
  private interface Row {
    void write(EntryRecord entry) throws IOException;
  }

  private void each(ExportScope scope, Row row) {
    entries.forEach(
        scope.entries(),
        entry -> {
          try {
            row.write(entry);
          } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
          }
        });
  }
}
