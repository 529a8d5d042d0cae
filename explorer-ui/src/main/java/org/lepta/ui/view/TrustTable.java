package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ui.text.Texts;

/**
 * Who has to be believed for what, depending on who stands behind a checkpoint: the same for every
 * server, whichever of them its own log has.
 */
public final class TrustTable {

  private static final List<String> COLUMNS =
      List.of(
          "column.claim",
          "column.logAlone",
          "column.withWitnesses",
          "column.withMembers",
          "column.withChain");

  /** Each claim, and whom it rests on: the log alone, with witnesses, with members, on a chain. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of(
              "trust.claim.included",
              "trust.who.us",
              "trust.who.nobody",
              "trust.who.nobody",
              "trust.who.nobody"),
          List.of(
              "trust.claim.same",
              "trust.who.us",
              "trust.who.witnesses",
              "trust.who.witnesses",
              "trust.who.chain"),
          List.of(
              "trust.claim.kept",
              "trust.who.us",
              "trust.who.witnessesOrMemory",
              "trust.who.witnessesOrMemory",
              "trust.who.chain"),
          List.of(
              "trust.claim.complete",
              "trust.who.us",
              "trust.who.us",
              "trust.who.members",
              "trust.who.members"),
          List.of(
              "trust.claim.time",
              "trust.who.us",
              "trust.who.witnessClocks",
              "trust.who.witnessClocks",
              "trust.who.chainClock"),
          List.of(
              "trust.claim.money",
              "trust.who.outside",
              "trust.who.outside",
              "trust.who.outside",
              "trust.who.outside"));

  private TrustTable() {}

  /** The table in the language of the texts. */
  public static Table of(Texts texts) {
    List<Column> columns = COLUMNS.stream().map(texts::text).map(Column::of).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (List<String> row : ROWS) {
      rows.add(row.stream().map(key -> (Cell) new Cell.Text(texts.text(key))).toList());
    }
    return new Table(texts.text("trust.heading"), columns, rows, "");
  }
}
