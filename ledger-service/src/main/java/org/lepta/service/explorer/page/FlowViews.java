package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.FlowGraph;
import org.lepta.service.indexing.read.Ranked;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.Share;
import org.lepta.ui.view.FlowPicture;
import org.lepta.ui.view.FlowRole;
import org.lepta.ui.view.FlowStream;
import org.lepta.ui.view.FlowWords;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.Party;

/** Flow pictures as pages show them. */
final class FlowViews {

  private final View view;
  private final FlowWords words;

  FlowViews(View view) {
    this.view = view;
    this.words = FlowWords.of(view.language());
  }

  static FundMode mode(boolean managed) {
    return managed ? FundMode.MANAGED : FundMode.REPORTED;
  }

  /** Everybody whom a picture names. */
  static void addNames(NameBooks wanted, FlowGraph graph) {
    for (List<FlowGraph.Stream> side : List.of(graph.ins(), graph.outs())) {
      side.stream()
          .map(FlowGraph.Stream::organisation)
          .filter(id -> !id.isEmpty())
          .forEach(wanted::organisation);
    }
  }

  FlowPicture picture(FlowGraph graph, String middle) {
    String unit = graph.pot().unit();
    BigDecimal total = graph.total();
    return new FlowPicture(
        mode(graph.pot().managed()),
        middle,
        view.money(unit, total),
        graph.ins().stream().map(stream -> stream(stream, unit, total)).toList(),
        graph.outs().stream().map(stream -> stream(stream, unit, total)).toList());
  }

  private FlowStream stream(FlowGraph.Stream stream, String unit, BigDecimal total) {
    FlowRole role = FlowRole.valueOf(stream.role().name());
    Party.Organisation who =
        stream.organisation().isEmpty() ? null : view.organisation(stream.organisation());
    String label = label(role, who, stream.parties());
    return new FlowStream(
        role,
        stream.takenBack() ? words.takenBack(label) : label,
        who == null ? null : who.href(),
        view.money(unit, stream.amount()),
        share(stream.amount(), total),
        stream.entries() == 0 ? null : CountFormat.number(view.language(), stream.entries()));
  }

  private String label(FlowRole role, Party.@Nullable Organisation who, long parties) {
    if (who != null) {
      return who.name();
    }
    return parties > 0 ? words.several(role, parties) : view.texts().label(role);
  }

  /** One organisation of a ranking; sums below nothing are shown without a share. */
  FlowStream ranked(Ranked.PartySum party, FlowRole role, String unit, BigDecimal total) {
    Party.Organisation who = view.organisation(party.organisation());
    BigDecimal amount = party.sum().amount();
    return new FlowStream(
        role,
        who.name(),
        who.href(),
        view.money(unit, amount),
        share(amount.max(BigDecimal.ZERO), total),
        CountFormat.number(view.language(), party.sum().entries()));
  }

  /** Corrections on the other side can make a part larger than the whole. */
  Share share(BigDecimal part, BigDecimal whole) {
    BigDecimal of = whole.max(part).max(new BigDecimal("0.0001"));
    return Share.of(view.language(), View.plain(part), View.plain(of));
  }
}
