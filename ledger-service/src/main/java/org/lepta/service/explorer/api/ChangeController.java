package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.read.Days;
import org.lepta.service.indexing.read.Days.Change;
import org.lepta.service.indexing.read.Days.Day;
import org.lepta.service.indexing.read.Days.DaySum;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each day of the ledger brought, and what of it changes earlier days. */
@RestController
class ChangeController extends ReadController {

  static final String PATH = "/api/v1/changes";
  static final String DAY = PATH + "/{day}";
  static final List<String> PARAMETERS = List.of("from", "to", "limit");
  static final List<String> DAY_PARAMETERS = List.of("limit", "after");

  private final Days days;
  private final Answers answers;

  ChangeController(Days days, Answers answers) {
    this.days = days;
    this.answers = answers;
  }

  @GetMapping(PATH)
  void days(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), PARAMETERS);
    LocalDate from = given.date("from");
    LocalDate to = given.date("to");
    int limit = ListRequest.limit(given);
    if (answers.isKnown(request, response)) {
      return;
    }
    List<Day> found = days.newest(from, to, limit + 1);
    List<Day> items = found.size() > limit ? found.subList(0, limit) : found;
    ObjectNode json = Answers.object();
    ArrayNode list = json.putArray("items");
    items.forEach(day -> put(list.addObject(), day));
    json.put("next", found.size() > limit ? items.getLast().date().toString() : null);
    answers.json(response, json);
  }

  @GetMapping(DAY)
  void day(
      @PathVariable("day") String text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Parameters given = Parameters.parse(request.getQueryString(), DAY_PARAMETERS);
    Long after = given.number("after");
    int limit = ListRequest.limit(given);
    LocalDate date = date(text);
    if (answers.isKnown(request, response)) {
      return;
    }
    Day day = days.find(date).orElseThrow(ReadController::notFound);
    List<Change> found = days.changes(day, after == null ? null : after + 1, limit + 1);
    List<Change> items = found.size() > limit ? found.subList(0, limit) : found;
    ObjectNode json = Answers.object();
    put(json, day);
    ArrayNode list = json.putArray("changes");
    items.forEach(change -> put(list.addObject(), change));
    json.put("next", found.size() > limit ? items.getLast().entry().index() : null);
    answers.json(response, json);
  }

  private static LocalDate date(String text) {
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      throw Parameters.invalid("day", "is no day of the calendar");
    }
    throw notFound();
  }

  private static void put(ObjectNode json, Day day) {
    json.put("day", day.date().toString());
    json.put("firstLeaf", day.first());
    json.put("size", day.size());
    json.put("entries", day.size() - day.first());
    json.put("late", day.late());
    ArrayNode sums = json.putArray("sums");
    for (DaySum sum : day.sums()) {
      ObjectNode line = sums.addObject().put("kind", sum.kind().label());
      line.put("entries", sum.entries());
      Days.Moved moved = sum.moved();
      if (moved != null) {
        line.put("mode", moved.managed() ? "managed" : "reported")
            .put("unit", moved.unit())
            .put("amount", TotalsJson.text(moved.amount()));
      }
    }
  }

  private static void put(ObjectNode json, Change change) {
    json.put("leafIndex", change.entry().index());
    json.put("kind", change.entry().kind().label());
    json.put("id", change.entry().id());
    json.put("fund", change.entry().fund());
    json.put("late", change.isLate());
    LocalDate happened = change.entry().businessDate();
    json.put("happenedOn", happened == null ? null : happened.toString());
    ArrayNode parts = json.putArray("parts");
    for (Contribution part : change.parts()) {
      parts
          .addObject()
          .put("measure", CamelCase.of(part.measure()))
          .put("unit", part.unit().code())
          .put("amount", TotalsJson.text(part.amount()));
    }
    Days.Target target = change.target();
    if (target != null) {
      json.putObject("corrects")
          .put("leafIndex", target.leaf())
          .put("happenedOn", target.happenedOn() == null ? null : target.happenedOn().toString())
          .put("recordedOn", target.recordedOn().toString());
    }
  }
}
