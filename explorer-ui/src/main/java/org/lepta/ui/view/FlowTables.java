package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** The figures of flow pictures as tables. Thread-safe. */
public final class FlowTables {
  private final Texts texts;

  private FlowTables(Texts texts) {
    this.texts = texts;
  }

  public static FlowTables of(Language language) {
    return new FlowTables(Texts.of(language));
  }

  /** Where the money came from. */
  public Table ins(FlowPicture picture) {
    return sides("flow.ins", "column.from", picture, picture.ins());
  }

  /** What became of it. */
  public Table outs(FlowPicture picture) {
    return sides("flow.outs", "column.to", picture, picture.outs());
  }

  private Table sides(String caption, String who, FlowPicture picture, List<FlowStream> streams) {
    List<List<Cell>> rows = new ArrayList<>(streams.stream().map(FlowTables::row).toList());
    rows.add(
        List.of(
            new Cell.Text(texts.text("flow.sum")),
            new Cell.Money(picture.total()),
            new Cell.Missing(Absence.NOT_APPLICABLE),
            new Cell.Missing(Absence.NOT_APPLICABLE)));
    return new Table(
        texts.text(caption),
        List.of(
            Column.of(texts.text(who)),
            Column.figures(texts.text("column.amount")),
            Column.of(texts.text("column.share")),
            Column.figures(texts.text("column.entries"))),
        rows,
        texts.text("empty.flow"));
  }

  /** Organisations by size: who, how much, which part of all, in how many entries. */
  public Table ranking(List<FlowStream> streams, String caption) {
    return new Table(
        caption,
        List.of(
            Column.of(texts.text("column.organisation")),
            Column.figures(texts.text("column.amount")),
            Column.of(texts.text("column.share")),
            Column.figures(texts.text("column.entries"))),
        streams.stream().map(FlowTables::row).toList(),
        texts.text("empty.flow"));
  }

  private static List<Cell> row(FlowStream stream) {
    return List.of(
        stream.href() == null
            ? new Cell.Text(stream.label())
            : new Cell.Linked(new Link(stream.label(), stream.href())),
        new Cell.Money(stream.amount()),
        new Cell.Portion(stream.share()),
        stream.entries() == null
            ? new Cell.Missing(Absence.NOT_APPLICABLE)
            : new Cell.Text(stream.entries()));
  }
}
