package org.lepta.service.explorer.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Entries as rows of CSV (RFC 4180, UTF-8, CRLF): the same fields as in JSON. A nested field is
 * named with dots, a list stands as JSON, an absent value is empty.
 *
 * <p>A cell that a spreadsheet would run as a formula (it begins with {@code = + - @}, a tab or a
 * carriage return and is no plain number) begins with an apostrophe here.
 */
public final class EntryCsv {

  /** The columns, for every kind the same; text roles are {@code texts.name} and so on. */
  public static final List<String> COLUMNS =
      List.of(
          "leafIndex",
          "id",
          "key",
          "kind",
          "statedBy",
          "recordedBy",
          "happenedOn",
          "decidedOn",
          "bookedOn",
          "committed",
          "fund",
          "fundOwner",
          "fundMode",
          "unit",
          "amount",
          "grant",
          "release",
          "donation",
          "target",
          "of",
          "reason",
          "spendClass",
          "donor.org",
          "recipient.org",
          "receiver.org",
          "payee.org",
          "by.org",
          "toFund",
          "fromFund",
          "owner",
          "mode",
          "texts.name",
          "texts.title",
          "texts.description",
          "flags",
          "repeatOf",
          "position.block",
          "position.transaction",
          "position.position",
          "source.sha256",
          "source.keyed",
          "source.position",
          "reverses",
          "leafHash");

  private static final String TEXTS = "texts.";

  private EntryCsv() {}

  static void writeHead(Appendable out) throws IOException {
    row(out, COLUMNS);
  }

  static void write(Appendable out, JsonNode entry) throws IOException {
    List<String> cells = new ArrayList<>(COLUMNS.size());
    for (String column : COLUMNS) {
      cells.add(
          column.startsWith(TEXTS)
              ? text(entry, column.substring(TEXTS.length()))
              : cell(field(entry, column)));
    }
    row(out, cells);
  }

  private static @Nullable JsonNode field(JsonNode entry, String path) {
    JsonNode node = entry;
    for (String name : path.split("\\.", -1)) {
      node = node == null ? null : node.get(name);
    }
    if (node == null && entry.get("reverses") != null && !path.equals("reverses")) {
      return field(entry.get("reverses"), path);
    }
    return node;
  }

  private static String text(JsonNode entry, String role) {
    for (JsonNode text : entry.path("texts")) {
      if (text.path("role").asString().equals(role) && text.path("text").isString()) {
        return text.path("text").asString();
      }
    }
    return "";
  }

  private static String cell(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isContainer() ? value.toString() : value.asString();
  }

  /** A row of any table. */
  static void row(Appendable out, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(quoted(harmless(cells.get(i))));
    }
    out.append("\r\n");
  }

  private static String harmless(String cell) {
    boolean risky = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return risky && !cell.matches("-[0-9]+(\\.[0-9]+)?") ? '\'' + cell : cell;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
