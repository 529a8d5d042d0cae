package org.lepta.service.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.GrantTotals;
import org.lepta.service.indexing.read.Totals;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a service tells with what its log gives, both as known at the audited size: counts
 * by kind, and the figures of the whole ledger, of every fund, organisation and grant. What depends
 * on matching or confirmations is not compared. Not thread-safe.
 */
final class ServerFigures {

  private static final int PAGE = 1_000;

  private final Server server;
  private final long size;
  private final FigureFold figures;
  private long compared;

  ServerFigures(Server server, long size, FigureFold figures) {
    this.server = server;
    this.size = size;
    this.figures = figures;
  }

  /** How many figures were compared. */
  long compared() {
    return compared;
  }

  /**
   * Compares all of them.
   *
   * @throws DifferenceException with the first one that differs
   */
  void check() throws IOException, InterruptedException, DifferenceException {
    JsonNode ledger = server.json("/api/v1/totals?at=" + size);
    for (Kind kind : Kind.values()) {
      long told = ledger.path("counts").path(kind.plural()).asLong(0);
      long counted = figures.counts().getOrDefault(kind, 0L);
      require(told == counted, Check.COUNT, kind.plural(), told, counted);
    }
    totals("all funds", ledger.path("totals"), figures.all().all());
    totals("all managed funds", ledger.path("managed"), figures.all().managed());
    totals("all reported funds", ledger.path("reported"), figures.all().reported());
    all("funds", item -> figures.fund(id(item)));
    all("organisations", item -> figures.organisation(id(item)));
    grants();
  }

  private void all(String list, Function<JsonNode, List<Totals>> rebuilt)
      throws IOException, InterruptedException, DifferenceException {
    String after = "";
    do {
      JsonNode page = page(list, after);
      for (JsonNode item : page.path("items")) {
        totals(list + " " + id(item), item.path("totals"), rebuilt.apply(item));
      }
      after = page.path("next").asString("");
    } while (!after.isEmpty());
  }

  private void grants() throws IOException, InterruptedException, DifferenceException {
    String after = "";
    do {
      JsonNode page = page("grants", after);
      for (JsonNode item : page.path("items")) {
        if (item.path("repeatOf").isMissingNode()) {
          List<GrantTotals> rebuilt = figures.grant(item.path("fund").asString(""), id(item));
          compare(
              "grant " + id(item),
              lines(item.path("totals"), GRANT_FIELDS),
              lines(rebuilt, GrantTotals::unit, ServerFigures::fields));
        }
      }
      after = page.path("next").asString("");
    } while (!after.isEmpty());
  }

  private JsonNode page(String list, String after) throws IOException, InterruptedException {
    String query = "?limit=%d&at=%d%s".formatted(PAGE, size, after.isEmpty() ? "" : "&after=");
    return server.json("/api/v1/" + list + query + after);
  }

  private static String id(JsonNode item) {
    return item.path("id").asString("");
  }

  private void totals(String what, JsonNode told, List<Totals> rebuilt) throws DifferenceException {
    compare(what, lines(told, FUND_FIELDS), lines(rebuilt, Totals::unit, ServerFigures::fields));
  }

  private void compare(
      String what,
      Map<String, Map<String, BigDecimal>> told,
      Map<String, Map<String, BigDecimal>> rebuilt)
      throws DifferenceException {
    require(
        told.keySet().equals(rebuilt.keySet()),
        Check.FIGURE,
        "units of " + what,
        told.keySet(),
        rebuilt.keySet());
    for (String unit : rebuilt.keySet()) {
      Map<String, BigDecimal> line = rebuilt.getOrDefault(unit, Map.of());
      Map<String, BigDecimal> other = told.getOrDefault(unit, Map.of());
      for (String field : line.keySet()) {
        BigDecimal sum = line.getOrDefault(field, BigDecimal.ZERO);
        BigDecimal said = other.getOrDefault(field, BigDecimal.ZERO);
        require(
            sum.compareTo(said) == 0,
            Check.FIGURE,
            field + " of " + what + " in " + unit,
            said.toPlainString(),
            sum.toPlainString());
      }
    }
  }

  private void require(boolean holds, Check check, String what, Object told, Object rebuilt)
      throws DifferenceException {
    compared++;
    DifferenceException.require(
        holds,
        check,
        Difference.NO_LEAF,
        "%s: %s tells %s, the log gives %s".formatted(what, server.address(), told, rebuilt));
  }

  private static final List<String> FUND_FIELDS =
      List.of(
          "opened",
          "donated",
          "income",
          "transferredIn",
          "transferredOut",
          "exchangedIn",
          "exchangedOut",
          "refunded",
          "awarded",
          "outstanding",
          "released",
          "disbursed",
          "returned",
          "spent",
          "free",
          "short");

  private static final List<String> GRANT_FIELDS =
      List.of(
          "awarded",
          "outstanding",
          "released",
          "disbursed",
          "returned",
          "spentByGrantee",
          "passedOn",
          "held");

  /** The compared figures by their names in the read API. */
  static Map<String, BigDecimal> fields(Totals t) {
    Map<String, BigDecimal> line = new LinkedHashMap<>();
    BigDecimal[] values = {
      t.opened(), t.donated(), t.income(), t.transferredIn(), t.transferredOut(), t.exchangedIn(),
      t.exchangedOut(), t.refunded(), t.awarded(), t.outstanding(), t.released(), t.disbursed(),
      t.returned(), t.spent(), t.free(), t.shortBy()
    };
    for (int i = 0; i < values.length; i++) {
      line.put(FUND_FIELDS.get(i), values[i]);
    }
    return line;
  }

  static Map<String, BigDecimal> fields(GrantTotals t) {
    Map<String, BigDecimal> line = new LinkedHashMap<>();
    BigDecimal outstanding = t.outstanding();
    BigDecimal[] values = {
      t.awarded(),
      outstanding == null ? BigDecimal.ZERO : outstanding,
      t.released(),
      t.disbursed(),
      t.returned(),
      t.spentByGrantee(),
      t.passedOn(),
      t.held()
    };
    for (int i = 0; i < values.length; i++) {
      line.put(GRANT_FIELDS.get(i), values[i]);
    }
    return line;
  }

  private static <T> Map<String, Map<String, BigDecimal>> lines(
      List<T> rebuilt, Function<T, String> unit, Function<T, Map<String, BigDecimal>> fields) {
    Map<String, Map<String, BigDecimal>> lines = new LinkedHashMap<>();
    rebuilt.forEach(line -> lines.put(unit.apply(line), fields.apply(line)));
    return lines;
  }

  /** What the server tells; what is no number is told as one that fits nothing. */
  private static Map<String, Map<String, BigDecimal>> lines(JsonNode told, List<String> fields) {
    Map<String, Map<String, BigDecimal>> lines = new LinkedHashMap<>();
    for (JsonNode line : told) {
      Map<String, BigDecimal> values = new LinkedHashMap<>();
      for (String field : fields) {
        JsonNode value = line.path(field);
        if (!value.isMissingNode()) {
          values.put(field, number(value.asString("")));
        }
      }
      lines.put(line.path("unit").asString(""), values);
    }
    return lines;
  }

  private static BigDecimal number(String text) {
    return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?")
        ? new BigDecimal(text)
        : BigDecimal.valueOf(Long.MIN_VALUE, 10);
  }
}
