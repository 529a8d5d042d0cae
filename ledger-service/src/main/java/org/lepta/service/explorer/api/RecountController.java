package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.CountedFigure;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Recount;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows behind a figure of a fund, to be added up by whoever wants to. */
@RestController
class RecountController extends ReadController {

  static final String PATH = "/api/v1/recount.csv";
  static final List<String> REQUIRED = List.of("fund", "unit", "figure");

  private static final List<String> COLUMNS = List.of("leafIndex", "id", "date", "amount");

  private final Index index;
  private final Entries entries;
  private final Recount recount;
  private final Answers answers;

  RecountController(Index index, Entries entries, Recount recount, Answers answers) {
    this.index = index;
    this.entries = entries;
    this.recount = recount;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void rows(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters given =
        Parameters.parse(request.getQueryString(), List.of("fund", "unit", "figure", "at"));
    CountedFigure figure = figure(given);
    String unit = given.unit("unit");
    String id = given.text("fund");
    if (unit == null || id == null) {
      throw Parameters.invalid(unit == null ? "unit" : "fund", "must be given");
    }
    long size = index.sizeAt(given.number("at"));
    EntryRecord fund = find(id, size);
    if (answers.isKnown(request, response)) {
      return;
    }
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recount.csv\"");
    if (!request.getMethod().equals("HEAD")) {
      write(fund, unit, figure, size, response);
    }
  }

  private void write(
      EntryRecord fund, String unit, CountedFigure figure, long size, HttpServletResponse response)
      throws IOException {
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    EntryCsv.row(out, COLUMNS);
    recount.forEach(
        fund,
        unit,
        figure,
        size,
        row -> {
          try {
            EntryCsv.row(
                out,
                List.of(
                    Long.toString(row.entry().index()),
                    row.entry().qualifiedId(),
                    row.entry().businessDate() == null
                        ? ""
                        : String.valueOf(row.entry().businessDate()),
                    TotalsJson.text(row.amount())));
          } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
          }
        });
    out.flush();
  }

  private EntryRecord find(String fund, long size) {
    Optional<EntryRecord> found =
        Entries.mayBeAnId(fund) ? entries.find(Kind.FUND, fund) : Optional.empty();
    return found.filter(entry -> entry.index() < size).orElseThrow(ReadController::notFound);
  }

  private static CountedFigure figure(Parameters given) {
    String word = given.text("figure");
    for (CountedFigure figure : CountedFigure.values()) {
      if (CamelCase.of(figure).equals(word)) {
        return figure;
      }
    }
    throw Parameters.invalid("figure", "is a figure of a fund, such as donated");
  }
}
