package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.GrantRecord;
import org.lepta.service.indexing.read.GrantTotals;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.format.Share;
import org.lepta.ui.page.GrantPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Cell;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.FieldName;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.Section;

/** Makes the page of a grant. */
class GrantPages {

  private static final int LINES = 50;

  private final Sources sources;

  GrantPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, Key key, @Nullable String fund) {
    Statement statement = Statement.find(sources.lookups(), Kind.GRANT, key, fund, standing.at());
    EntryRecord entry = statement.entry();
    GrantRecord record = sources.register().grant(entry, standing.at());
    Grant grant = record.grant();
    List<EntryRecord> payments = of(standing, entry, grant, Kind.DISBURSEMENT);
    List<EntryRecord> confirmations = of(standing, entry, grant, Kind.CONFIRMATION);
    List<EntryRecord> amendments = of(standing, entry, grant, Kind.AMENDMENT);
    List<EntryRecord> corrections = of(standing, entry, grant, Kind.CORRECTION);
    List<EntryRecord> releases = of(standing, entry, grant, Kind.RELEASE);
    NameBook names =
        new NameBooks()
            .entries(List.of(entry))
            .entries(payments)
            .entries(confirmations)
            .entries(amendments)
            .entries(corrections)
            .lookUp(sources.lookups());
    View view = new View(language, names, standing.at());
    Lines lines = new Lines(view);
    boolean managed = Boolean.TRUE.equals(entry.managed());
    PublicText title = Names.brief(lines.text(entry, Set.of("title", "name"), sources.texts()));
    return Pages.grant(
        new GrantPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    frame(standing, view, key, entry, title),
                    EntryQuery.ALL.grant(grant.fund(), entry.id())),
            title,
            entry.id(),
            entry.owner() == null ? lines.statedBy(entry) : view.organisation(entry.owner()),
            view.party(grant.recipient()),
            view.fund(grant.fund()),
            managed ? FundMode.MANAGED : FundMode.REPORTED,
            view.day(entry.businessDate()),
            record.totals().stream()
                .flatMap(totals -> state(view, totals, managed).stream())
                .toList(),
            record.totals().size() == 1 && (managed || !payments.isEmpty())
                ? paid(view, record.totals().getFirst())
                : null,
            attributes(view, lines, entry, grant),
            new Tranches(grant, amendments, releases, payments).rows(view),
            lines.payments(payments, sources.lookups()),
            lines.confirmations(confirmations),
            lines.amendments(amendments, sources.texts()),
            lines.corrections(corrections),
            lines.statedBy(entry),
            view.organisation(entry.leaf().recordedBy()),
            statement.otherLinks(view),
            view.entry(entry)));
  }

  private static PageFrame frame(
      Standing standing, View view, Key key, EntryRecord entry, PublicText title) {
    String called = Frames.words(title).orElse(entry.id());
    String from = entry.fund() == null ? "" : " · " + view.fund(entry.fund()).label();
    return Frames.of(
        standing,
        view.language(),
        called,
        called + from,
        "/grants/" + key.value(),
        Query.fund(entry.fund()),
        Section.GRANTS);
  }

  /** In reported funds only what publishers state of grants, unless there is more. */
  static List<Figure> state(View view, GrantTotals totals, boolean managed) {
    List<Figure> figures = new ArrayList<>();
    add(figures, view, FigureName.AWARDED, totals.unit(), totals.awarded(), true);
    if (totals.outstanding() != null) {
      add(figures, view, FigureName.OUTSTANDING, totals.unit(), totals.outstanding(), true);
    }
    add(figures, view, FigureName.RELEASED, totals.unit(), totals.released(), managed);
    add(figures, view, FigureName.DISBURSED, totals.unit(), totals.disbursed(), managed);
    add(figures, view, FigureName.RETURNED, totals.unit(), totals.returned(), managed);
    add(
        figures,
        view,
        FigureName.SPENT_BY_GRANTEE,
        totals.unit(),
        totals.spentByGrantee(),
        managed);
    add(figures, view, FigureName.PASSED_ON, totals.unit(), totals.passedOn(), managed);
    add(figures, view, FigureName.HELD, totals.unit(), totals.held(), managed);
    add(figures, view, FigureName.CONFIRMED, totals.unit(), totals.confirmed(), managed);
    return figures;
  }

  private static void add(
      List<Figure> figures,
      View view,
      FigureName name,
      String unit,
      BigDecimal amount,
      boolean evenIfZero) {
    if (evenIfZero || amount.signum() != 0) {
      figures.add(view.figure(name, unit, amount));
    }
  }

  private static @Nullable Share paid(View view, GrantTotals totals) {
    BigDecimal paid = totals.disbursed();
    boolean drawable =
        totals.awarded().signum() > 0
            && paid.signum() >= 0
            && paid.compareTo(totals.awarded()) <= 0;
    return drawable
        ? Share.of(view.language(), View.plain(paid), View.plain(totals.awarded()))
        : null;
  }

  private List<Field> attributes(View view, Lines lines, EntryRecord entry, Grant grant) {
    List<Field> fields = new ArrayList<>();
    if (grant.startsOn() != null) {
      fields.add(view.fields().of(FieldName.STARTS_ON, Cell.day(view.day(grant.startsOn()))));
    }
    if (grant.endsOn() != null) {
      fields.add(view.fields().of(FieldName.ENDS_ON, Cell.day(view.day(grant.endsOn()))));
    }
    if (grant.toFund() != null) {
      fields.add(view.fields().of(FieldName.TO_FUND, new Cell.Text(grant.toFund())));
    }
    PublicText description = lines.text(entry, Set.of("description"), sources.texts());
    if (!(description instanceof PublicText.NotStated)) {
      fields.add(new Field(view.fields().textRole("description"), new Cell.Words(description)));
    }
    return fields;
  }

  private List<EntryRecord> of(Standing standing, EntryRecord entry, Grant grant, Kind kind) {
    return sources
        .entries()
        .page(EntryQuery.of(kind).grant(grant.fund(), entry.id()).at(standing.at()), null, LINES)
        .items();
  }
}
