package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.kernel.Key;
import org.lepta.service.trail.Traced;
import org.lepta.service.trail.Trail;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.Share;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.DonationTrail;
import org.lepta.ui.view.EvidenceStep;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.Lens;
import org.lepta.ui.view.LensChoice;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.TrailAction;
import org.lepta.ui.view.TrailStep;

/** A trail as the page of its donation shows it. */
final class TrailViews {

  private static final int MAX_STEPS = 50;

  private final View view;

  TrailViews(View view) {
    this.view = view;
  }

  /** The organisations and funds that a trail names. */
  static void name(Trail trail, NameBooks names) {
    for (Trail.Hop hop : trail.hops()) {
      names.funds(List.of(hop.fund()));
      for (Trail.Step step : hop.steps()) {
        if (step.receiver() != null) {
          names.organisation(step.receiver());
        }
      }
    }
  }

  DonationTrail of(Traced traced) {
    Trail trail = traced.trail();
    Trail.Hop gift = trail.hops().getFirst();
    List<TrailStep> steps = new ArrayList<>();
    BigDecimal hidden = new BigDecimal(gift.spentLeftOut());
    for (Trail.Hop hop : trail.hops()) {
      // Beyond a pass-on only the grant as a whole can be followed, not this donation's part of it.
      boolean own = hop.reachedBy() == null || hop.reachedBy().exact();
      for (List<Trail.Step> group : own ? groups(hop.steps()) : List.<List<Trail.Step>>of()) {
        if (steps.size() < MAX_STEPS) {
          steps.add(group.size() == 1 ? step(hop, group.getFirst()) : fees(hop, group));
        } else if (hop.number() == 0) {
          hidden = hidden.add(sum(group));
        }
      }
    }
    return new DonationTrail(
        where(gift),
        share(gift.spent(), gift.amount()),
        steps,
        hidden.signum() == 0 ? null : view.money(gift.unit(), hidden),
        isZero(gift.unspent()) ? null : view.money(gift.unit(), new BigDecimal(gift.unspent())),
        Lens.valueOf(enumName(trail.lens())),
        lenses(traced),
        trail.provisionalFrom() == null
            ? null
            : DateFormat.month(view.language(), YearMonth.parse(trail.provisionalFrom())),
        view.links()
            .trailApi(Query.asKnown("/api/v1/trails" + address(gift, trail.lens()), view.at())));
  }

  /** With fund and lens, so that it leads to the same trail whatever else has this id. */
  private static String address(Trail.Hop gift, String lens) {
    SequencedMap<String, String> query = new LinkedHashMap<>();
    query.put("fund", gift.fund());
    query.put("lens", lens);
    return "/donations/" + Key.ofId(gift.id()).value() + Query.of(query);
  }

  /** The rules that this gift can be looked at by, the fund's own first; none if there is one. */
  private List<LensChoice> lenses(Traced traced) {
    Trail.Hop gift = traced.trail().hops().getFirst();
    if (gift.earmarked()) {
      return List.of();
    }
    return Stream.of(Lens.FIRST_IN_FIRST_OUT, Lens.PROPORTIONAL)
        .map(lens -> {
          String word = org.lepta.ledger.entry.Lens.valueOf(lens.name()).word();
          return new LensChoice(
              lens, lens.name().equals(traced.declared().name()), view.path(address(gift, word)));
        })
        .sorted(Comparator.comparing(LensChoice::declared).reversed())
        .toList();
  }

  /** Steps as they are, but fees in a row together: there may be one for every later gift. */
  private static List<List<Trail.Step>> groups(List<Trail.Step> steps) {
    List<List<Trail.Step>> groups = new ArrayList<>();
    for (Trail.Step step : steps) {
      if (!groups.isEmpty() && isFee(step) && isFee(groups.getLast().getLast())) {
        groups.getLast().add(step);
      } else {
        groups.add(new ArrayList<>(List.of(step)));
      }
    }
    return groups;
  }

  /** What came back since is said for each fee by itself. */
  private static boolean isFee(Trail.Step step) {
    return action(step.kind()) == TrailAction.FEE && isZero(step.cameBack());
  }

  private TrailStep fees(Trail.Hop hop, List<Trail.Step> fees) {
    BigDecimal sum = sum(fees);
    List<String> days =
        fees.stream().map(Trail.Step::date).filter(Objects::nonNull).sorted().toList();
    LocalDate first = days.isEmpty() ? null : LocalDate.parse(days.getFirst());
    LocalDate last = days.isEmpty() ? null : LocalDate.parse(days.getLast());
    EvidenceStep weakest =
        fees.stream()
            .map(TrailViews::evidence)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new TrailStep(
        view.day(first),
        TrailAction.FEE,
        new Party.NotStated(),
        view.money(hop.unit(), sum),
        Share.of(view.language(), View.plain(sum), hop.amount()),
        weakest,
        view.links().fees(view.path("/fees" + Query.of(between(hop.fund(), first, last)))),
        hop.number() == 0 ? null : view.fields().inFund(view.fund(hop.fund()).label()),
        new TrailStep.Several(
            CountFormat.phrase(view.language(), "count.entries", fees.size()), view.day(last)));
  }

  private static SequencedMap<String, String> between(
      String fund, @Nullable LocalDate first, @Nullable LocalDate last) {
    SequencedMap<String, String> query = new LinkedHashMap<>();
    query.put("fund", fund);
    if (first != null && last != null) {
      query.put("from", first.toString());
      query.put("to", last.plusDays(1).toString());
    }
    return query;
  }

  private static BigDecimal sum(List<Trail.Step> steps) {
    return steps.stream()
        .map(step -> new BigDecimal(step.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Figure> where(Trail.Hop gift) {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(FigureName.SPENT, gift, gift.spent()));
    figures.add(figure(FigureName.WAITING, gift, gift.unspent()));
    if (!isZero(gift.voided())) {
      figures.add(figure(FigureName.REFUNDED, gift, gift.voided()));
    }
    return figures;
  }

  private Figure figure(FigureName name, Trail.Hop gift, String amount) {
    return view.figure(name, gift.unit(), new BigDecimal(amount));
  }

  private TrailStep step(Trail.Hop hop, Trail.Step step) {
    Language language = view.language();
    return new TrailStep(
        view.day(step.date() == null ? null : LocalDate.parse(step.date())),
        action(step.kind()),
        step.receiver() == null ? new Party.NotStated() : view.organisation(step.receiver()),
        view.money(hop.unit(), new BigDecimal(step.amount())),
        Share.of(language, step.amount(), hop.amount()),
        evidence(step),
        view.links().entry(step.leaf()),
        remark(hop, step),
        null);
  }

  private @Nullable String remark(Trail.Hop hop, Trail.Step step) {
    List<String> remarks = new ArrayList<>();
    if (hop.number() > 0) {
      remarks.add(view.fields().inFund(view.fund(hop.fund()).label()));
    }
    if (!isZero(step.cameBack())) {
      remarks.add(view.fields().cameBack(view.money(hop.unit(), new BigDecimal(step.cameBack()))));
    }
    return remarks.isEmpty() ? null : String.join(" ", remarks);
  }

  private static @Nullable EvidenceStep evidence(Trail.Step step) {
    return switch (action(step.kind())) {
      case PAID, SPENT, FEE -> EvidenceStep.valueOf(enumName(step.evidence()));
      default -> null;
    };
  }

  private static TrailAction action(String kind) {
    return switch (Kind.ofLabel(kind).orElse(Kind.CORRECTION)) {
      case DISBURSEMENT -> TrailAction.PAID;
      case EXPENDITURE -> TrailAction.SPENT;
      case FEE -> TrailAction.FEE;
      case TRANSFER_OUT -> TrailAction.TRANSFERRED;
      case EXCHANGE -> TrailAction.EXCHANGED;
      case REFUND -> TrailAction.REFUNDED;
      case RETURN -> TrailAction.RETURNED;
      default -> TrailAction.VOIDED;
    };
  }

  private @Nullable Share share(String part, String whole) {
    BigDecimal of = new BigDecimal(whole);
    BigDecimal share = new BigDecimal(part);
    boolean drawable = of.signum() > 0 && share.signum() >= 0 && share.compareTo(of) <= 0;
    return drawable ? Share.of(view.language(), part, whole) : null;
  }

  private static boolean isZero(String decimal) {
    return new BigDecimal(decimal).signum() == 0;
  }

  private static String enumName(String word) {
    return word.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
  }
}
