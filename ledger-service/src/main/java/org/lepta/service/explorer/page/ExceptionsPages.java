package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.service.indexing.matching.Disagreement;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.FindingReader;
import org.lepta.service.indexing.read.FindingReader.Finding;
import org.lepta.service.indexing.read.FindingReader.Summed;
import org.lepta.service.indexing.read.Page;
import org.lepta.ui.Pages;
import org.lepta.ui.page.ExceptionsPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.ExceptionGroup;
import org.lepta.ui.view.ExceptionRow;
import org.lepta.ui.view.ExceptionRule;
import org.lepta.ui.view.ExceptionTables;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Section;

/** Makes the page of what stands out. */
class ExceptionsPages {

  private static final int FEW = 10;
  private static final int MANY = 50;

  private final Sources sources;

  ExceptionsPages(Sources sources) {
    this.sources = sources;
  }

  /** How many stand out by each rule, as links; none where nothing does. */
  List<Link> counts(View view, Standing standing) {
    ExceptionTables tables = ExceptionTables.of(view.language());
    FindingReader findings = sources.findings().of(standing.today(), standing.at());
    Map<ExceptionRule, Long> counts = new EnumMap<>(ExceptionRule.class);
    findings.sums().forEach(sum -> counts.merge(rule(sum.rule()), sum.entries(), Long::sum));
    findings
        .disputed()
        .forEach(sum -> counts.merge(ExceptionRule.CONFLICTING, sum.payments(), Long::sum));
    return counts.entrySet().stream()
        .map(count ->
            tables.counted(
                count.getKey(),
                count.getValue(),
                view.path("/" + PagePaths.EXCEPTIONS + ExceptionsQuery.of(count.getKey(), null))))
        .toList();
  }

  String html(Standing standing, Language language, ExceptionsQuery query) {
    FindingReader findings = sources.findings().of(standing.today(), standing.at());
    List<Found> found = new ArrayList<>();
    for (ExceptionRule rule : ExceptionRule.values()) {
      if (query.rule() == null || query.rule() == rule) {
        found.add(read(findings, rule, standing.at(), query));
      }
    }
    NameBooks wanted = new NameBooks();
    found.forEach(each -> each.addNames(wanted));
    View view = new View(language, wanted.lookUp(sources.lookups()), standing.at());
    List<Summed> sums = findings.sums();
    ExceptionTables tables = ExceptionTables.of(language);
    List<ExceptionGroup> groups =
        found.stream()
            .filter(each -> query.rule() != null || !each.isEmpty())
            .map(each -> group(view, findings, sums, each, query.rule() == null))
            .toList();
    return Pages.exceptions(
        new ExceptionsPage(
            new AsKnownFrames(sources, standing, view)
                .of(frame(standing, view, tables, query), EntryQuery.ALL),
            groups,
            query.rule() == null ? null : next(view, found.getFirst())));
  }

  /**
   * What stands out by a rule.
   *
   * @param next cursor of the part behind; absent at the end
   */
  private record Found(
      ExceptionRule rule,
      List<Finding> findings,
      List<Disagreement> disputes,
      @Nullable String next) {

    boolean isEmpty() {
      return findings.isEmpty() && disputes.isEmpty();
    }

    void addNames(NameBooks wanted) {
      wanted.entries(findings.stream().map(Finding::entry).toList());
      wanted.funds(findings.stream().map(Finding::fund).toList());
      for (Disagreement each : disputes) {
        wanted.funds(List.of(each.fund()));
        FundMatches.addNames(wanted, List.of(each.counterpart()));
      }
    }
  }

  private Found read(
      FindingReader findings, ExceptionRule rule, @Nullable Long at, ExceptionsQuery query) {
    FindingRule finding = ExceptionsQuery.finding(rule);
    int limit = query.rule() == null ? FEW : MANY;
    if (finding == null) {
      Page<Disagreement> page = sources.matches().disagreements(query.after(), at, limit);
      return new Found(rule, List.of(), page.items(), page.next());
    }
    Page<Finding> page = findings.page(finding, query.after(), limit);
    return new Found(rule, page.items(), List.of(), page.next());
  }

  private static ExceptionGroup group(
      View view, FindingReader findings, List<Summed> sums, Found found, boolean brief) {
    ExceptionTables tables = ExceptionTables.of(view.language());
    String all = view.path("/" + PagePaths.EXCEPTIONS + ExceptionsQuery.of(found.rule(), null));
    if (found.rule() == ExceptionRule.CONFLICTING) {
      return new ExceptionGroup(
          found.rule(),
          disputedSums(view, findings),
          tables.disputes(disputes(view, found)),
          brief && found.next() != null ? tables.all(all) : null);
    }
    return new ExceptionGroup(
        found.rule(),
        sums.stream()
            .filter(sum -> rule(sum.rule()) == found.rule())
            .map(sum ->
                tables.sum(
                    FlowViews.mode(sum.managed()),
                    sum.entries(),
                    view.money(sum.unit(), sum.amount())))
            .toList(),
        tables.rows(found.rule(), found.findings().stream().map(f -> row(view, f)).toList()),
        brief && found.next() != null ? tables.all(all) : null);
  }

  private static List<String> disputedSums(View view, FindingReader findings) {
    ExceptionTables tables = ExceptionTables.of(view.language());
    return findings.disputed().stream()
        .map(sum ->
            tables.sum(FundMode.REPORTED, sum.payments(), view.money(sum.unit(), sum.amount())))
        .toList();
  }

  private static ExceptionRow row(View view, Finding finding) {
    Lines lines = new Lines(view);
    return new ExceptionRow(
        lines.page(finding.entry()),
        Kinds.shown(finding.entry().kind()),
        view.day(finding.entry().businessDate()),
        view.fund(finding.fund()),
        OtherSide.of(finding.entry().entry().body()).shown(view),
        view.money(finding.unit(), finding.amount()));
  }

  private static List<ExceptionTables.Dispute> disputes(View view, Found found) {
    List<ExceptionTables.Dispute> rows = new ArrayList<>();
    for (Disagreement each : found.disputes()) {
      Counterpart c = each.counterpart();
      if (c.there() != null) {
        rows.add(
            new ExceptionTables.Dispute(
                view.fund(each.fund()),
                new FundMatches(view, List.of(c)).other(c),
                view.money(c.unit(), c.here()),
                view.money(c.unit(), c.there()),
                view.money(c.unit(), c.difference().abs())));
      }
    }
    return rows;
  }

  private static @Nullable String next(View view, Found found) {
    return found.next() == null
        ? null
        : view.path("/" + PagePaths.EXCEPTIONS + ExceptionsQuery.of(found.rule(), found.next()));
  }

  private static ExceptionRule rule(FindingRule rule) {
    return ExceptionRule.valueOf(rule.name());
  }

  private static PageFrame frame(
      Standing standing, View view, ExceptionTables tables, ExceptionsQuery query) {
    return Frames.of(
        standing,
        view.language(),
        tables.heading(),
        tables.lead(),
        "/" + PagePaths.EXCEPTIONS,
        query.rule() == null ? "" : ExceptionsQuery.of(query.rule(), query.after()),
        Section.EXCEPTIONS);
  }
}
