package org.lepta.service.exchange.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Lexicon;
import org.lepta.service.exchange.LineKey;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.exchange.internal.Parties.Reference;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/**
 * Maps a 360Giving grant to a grant of a reported fund and its payments (postings section 5). What
 * it states is a function of the grant alone; only the spellings of names depend on the rest of the
 * file. Nothing of a person who receives a grant is taken: no id, no name, no description.
 */
final class GrantMapper {

  /** All that is said of a person. */
  static final String INDIVIDUAL_TITLE = "Individual recipient";

  private static final Set<String> REGRANT_TYPES =
      Set.of("FRG010", "FRG020", "FRG030", "FRG040", "FRG050", "FRG060", "FRG070");

  private final Dates dates;
  private final NameBook book;

  GrantMapper(Dates dates, NameBook book) {
    this.dates = dates;
    this.book = book;
  }

  /** What all entries of one grant have in common. */
  record Common(
      LineKey key, String fund, Unit unit, @Nullable Party recipient, boolean individual) {}

  Mapped map(GrantRecord grant) {
    Mapped record = new Mapped("grants[" + grant.index() + "]");
    try {
      grant(record, grant);
    } catch (RejectedLine e) {
      record.reject(record.position(), e);
    }
    return record;
  }

  private void grant(Mapped record, GrantRecord grant) {
    if (!grant.readable()) {
      throw new RejectedLine(RejectCode.RECORD_UNREADABLE, "a grant is an object");
    }
    String at = record.position();
    String id = LineIds.given(grant.value("id"));
    String funder = funder(grant.first("fundingOrganization", "id"));
    String literal = grant.value("amountAwarded");
    if (literal == null) {
      throw new RejectedLine(RejectCode.AMOUNT_MISSING, "there is no amountAwarded");
    }
    Unit unit = Quantity.unit(grant.value("currency"));
    Quantity awarded = Quantity.read(literal);
    if (awarded.negative()) {
      throw new RejectedLine(RejectCode.AMOUNT_NEGATIVE, "amountAwarded is negative");
    }
    List<PlainText> texts = new ArrayList<>();
    Moment moment = new Moment(dates, record);
    moment.rounded(awarded, literal, at, texts);
    Parties parties = new Parties(book, record);
    Party recipient = recipient(record, grant, parties, texts);
    String fund =
        LineIds.fund(
            funder, grant.first("grantProgramme", "code"), grant.first("grantProgramme", "title"));
    Common common = new Common(new LineKey(funder, id), fund, unit, recipient, isIndividual(grant));
    titles(record, grant, common, texts);
    Entry entry = entry(record, grant, common, awarded.amount(), moment, texts);
    fund(record, grant, common, parties, texts);
    record.stated(common.key());
    record.add(new Line(new Draft(Checked.entry(entry), IatiMapper.capped(texts)), at, true));
    oddities(record, grant, awarded.amount());
    new GrantPayments(record, parties, moment, common).add(grant, awarded.amount());
    if (record.rejects().isEmpty()) {
      record.markWhole();
    }
  }

  private static String funder(@Nullable String id) {
    if (id == null || !Lexicon.isId(id) || Parties.isPersonal(id)) {
      throw new RejectedLine(RejectCode.FUNDER_MISSING, "no funding organisation by an id");
    }
    return id;
  }

  private static boolean isIndividual(GrantRecord grant) {
    String id = grant.first("recipientOrganization", "id");
    return grant.individual() || (id != null && Parties.isPersonal(id));
  }

  private static @Nullable Party recipient(
      Mapped record, GrantRecord grant, Parties parties, List<PlainText> texts) {
    String at = record.position();
    if (isIndividual(grant)) {
      record.warn(WarningCode.RECIPIENT_INDIVIDUAL, at);
      return null;
    }
    String id = grant.first("recipientOrganization", "id");
    String name = grant.first("recipientOrganization", "name");
    if (id == null && name == null) {
      record.warn(WarningCode.RECIPIENT_MISSING, at);
    }
    return parties.party(new Reference(id, null, names(name), "recipient"), null, at, texts);
  }

  static List<Narrative> names(@Nullable String name) {
    return name == null ? List.of() : List.of(new Narrative(null, name));
  }

  private static void titles(
      Mapped record, GrantRecord grant, Common common, List<PlainText> texts) {
    String title = grant.value("title");
    String description = grant.value("description");
    if (common.individual()) {
      texts.add(PlainText.of("title", INDIVIDUAL_TITLE));
      return;
    }
    if (title == null) {
      record.warn(WarningCode.TITLE_MISSING, record.position());
    } else {
      texts.add(PlainText.of("title", title));
    }
    if (description == null) {
      record.warn(WarningCode.DESCRIPTION_MISSING, record.position());
    } else {
      texts.add(PlainText.of("description", description));
    }
  }

  private static Entry entry(
      Mapped record,
      GrantRecord grant,
      Common common,
      Amount amount,
      Moment moment,
      List<PlainText> texts) {
    String at = record.position();
    LocalDate awardedOn = moment.happened(grant.value("awardDate"), at, texts);
    LocalDate from = moment.read(grant.first("plannedDates", "startDate"), "starts-on", at, texts);
    LocalDate to = moment.read(grant.first("plannedDates", "endDate"), "ends-on", at, texts);
    if (from != null && to != null && to.isBefore(from)) {
      record.warn(WarningCode.PERIOD_REVERSED, at);
      from = null;
      to = null;
    }
    String regrant = grant.value("regrantType");
    if (regrant != null && !REGRANT_TYPES.contains(regrant)) {
      record.warn(WarningCode.FIELD_NOT_IN_LIST, at);
      regrant = null;
    }
    Grant body =
        new Grant(
            common.fund(),
            common.unit(),
            amount,
            common.recipient(),
            null,
            List.of(),
            from,
            to,
            regrant);
    return new Entry(
        Header.of(common.key().id(), common.key().statedBy()).happened(awardedOn), body);
  }

  private void fund(
      Mapped record, GrantRecord grant, Common common, Parties parties, List<PlainText> texts) {
    String at = record.position();
    String title = grant.first("grantProgramme", "title");
    String code = grant.first("grantProgramme", "code");
    String called = programme(common.fund(), code, title);
    Narrative name = title == null ? null : new Narrative(null, title);
    List<PlainText> fundTexts = called == null ? List.of() : List.of(PlainText.of("name", called));
    if (title != null && !title.equals(called)) {
      record.warn(WarningCode.NAME_DIFFERS, at);
      texts.add(PlainText.of("programme", title));
    }
    String funder = common.key().statedBy();
    String funderName = grant.first("fundingOrganization", "name");
    parties.party(new Reference(funder, null, names(funderName), "funder"), funder, at, texts);
    if (!OrgIds.isOrgId(funder)) {
      record.warn(WarningCode.REFERENCE_NOT_ORG_ID, at);
    }
    Fund body = Fund.of(funder, FundMode.REPORTED, List.of(), List.of());
    Entry entry = Checked.entry(new Entry(Header.of(common.fund(), funder), body));
    record.in(
        new Line(new Draft(entry, fundTexts), at, false),
        new Mention(common.fund(), null, name, at));
  }

  /** The title that belongs to the programme, or its code where the file gives it several. */
  private @Nullable String programme(String fund, @Nullable String code, @Nullable String title) {
    String first = book.fundName(fund);
    boolean several = code != null && book.hasSeveralNames(fund);
    return several || (first == null && title == null) ? code : first == null ? title : first;
  }

  private static void oddities(Mapped record, GrantRecord grant, Amount awarded) {
    String at = record.position();
    if (awarded.signum() == 0) {
      record.warn(WarningCode.AWARD_ZERO, at);
    }
    grant.asText().forEach(field -> record.warn(WarningCode.AMOUNT_AS_TEXT, at));
    String open = grant.value("fromOpenCall");
    if (open != null && !open.equals("Yes") && !open.equals("No")) {
      record.warn(WarningCode.FIELD_NOT_IN_LIST, at);
    }
    if (grant.unknown() > 0) {
      record.warn(WarningCode.FIELD_UNKNOWN, at);
    }
  }
}
