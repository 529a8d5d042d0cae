package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Unit;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.kernel.Key;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.Fields;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Links;
import org.lepta.ui.view.Party;

/**
 * Turns values of the ledger into what one page shows, in its language and with its names.
 *
 * @param at size of the log that the page shows; null for now
 */
record View(Language language, NameBook names, @Nullable Long at) {

  private static final int LONG_ID = 44;
  private static final int ID_BEGIN = 24;
  private static final int ID_END = 14;

  Texts texts() {
    return Texts.of(language);
  }

  Links links() {
    return Links.of(language);
  }

  Fields fields() {
    return Fields.of(language);
  }

  /** A page of what is known now. */
  View(Language language, NameBook names) {
    this(language, names, null);
  }

  /** A page of this language, as known at the same size of the log. */
  String path(String page) {
    return language.path(Query.asKnown(page, at));
  }

  Amount money(Unit unit, org.lepta.ledger.money.Amount amount) {
    return MoneyFormat.format(language, unit.code(), amount.toString());
  }

  Amount money(String unit, BigDecimal amount) {
    return MoneyFormat.format(language, unit, plain(amount));
  }

  /**
   * As the pages' formatters take it: a quotient of the database has more zeros than they allow.
   */
  static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /** With a sign before it. */
  Amount change(Unit unit, org.lepta.ledger.money.Amount amount) {
    return MoneyFormat.formatChange(language, unit.code(), amount.toString());
  }

  Figure figure(FigureName name, String unit, BigDecimal amount) {
    return new Figure(name, money(unit, amount));
  }

  @Nullable DateText day(@Nullable LocalDate date) {
    return date == null ? null : DateFormat.day(language, date);
  }

  Party party(org.lepta.ledger.entry.@Nullable Party party) {
    if (party == null) {
      return new Party.NotStated();
    }
    return party.org() == null ? new Party.Unnamed() : organisation(party.org());
  }

  Party.Organisation organisation(String id) {
    return new Party.Organisation(
        names.organisation(id, language), id, path("/organisations/" + key(id)));
  }

  /** The value of a list's filter, by its name where it has one. */
  String named(String filter, String value) {
    return switch (filter) {
      case "fund" -> names.fund(value, language);
      case "organisation", "recipient" -> names.organisation(value, language);
      default -> value;
    };
  }

  Link fund(String id) {
    return new Link(names.fund(id, language), path("/funds/" + key(id)));
  }

  /** A fund that stands where otherwise an organisation would. */
  Party.Organisation fundAsParty(String id) {
    Link link = fund(id);
    return new Party.Organisation(link.label(), id, link.href());
  }

  Link entry(EntryRecord entry) {
    return new Link(links().entry(entry.index()).label(), path("/entries/" + entry.index()));
  }

  /** The page of an entry by its id, which is also the link's text. */
  Link byId(Kind kind, String id, @Nullable String fund) {
    String page = "/" + kind.plural() + "/" + key(id);
    return new Link(brief(id), path(fund == null ? page : page + "?fund=" + Query.encoded(fund)));
  }

  /** Begin and end of an id that would fill a line; in full it stands on its own page. */
  private static String brief(String id) {
    int length = id.codePointCount(0, id.length());
    if (length <= LONG_ID) {
      return id;
    }
    String begin = id.substring(0, id.offsetByCodePoints(0, ID_BEGIN));
    return begin + '…' + id.substring(id.offsetByCodePoints(0, length - ID_END));
  }

  private static String key(String id) {
    return Key.ofId(id).value();
  }
}
