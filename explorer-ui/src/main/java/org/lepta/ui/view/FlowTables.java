package org.lepta.ui.view;

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
    List<Cell> sum =
        List.of(
            new Cell.Text(texts.text("flow.sum")),
            new Cell.Money(picture.total()),
            new Cell.Missing(Absence.NOT_APPLICABLE),
            new Cell.Missing(Absence.NOT_APPLICABLE));
    return streams(streams, who).under(caption, "empty.flow").withLast(sum);
  }

  /** Organisations by size: who, how much, which part of all, in how many entries. */
  public Table ranking(List<FlowStream> streams, String caption) {
    return streams(streams, "column.organisation").captioned(caption, "empty.flow");
  }

  private TableOf<FlowStream> streams(List<FlowStream> streams, String who) {
    return new TableOf<>(texts, streams)
        .cell(who, FlowTables::name)
        .money("column.amount", FlowStream::amount)
        .cell("column.share", stream -> new Cell.Portion(stream.share()))
        .figure("column.entries", FlowTables::entries);
  }

  private static Cell name(FlowStream stream) {
    return stream.href() == null
        ? new Cell.Text(stream.label())
        : new Cell.Linked(new Link(stream.label(), stream.href()));
  }

  private static Cell entries(FlowStream stream) {
    return stream.entries() == null
        ? new Cell.Missing(Absence.NOT_APPLICABLE)
        : new Cell.Text(stream.entries());
  }
}
