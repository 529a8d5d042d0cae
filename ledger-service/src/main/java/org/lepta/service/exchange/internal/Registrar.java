package org.lepta.service.exchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Source;
import org.lepta.service.exchange.Intake;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/** Registers the organisations and funds that a file names, each once. Not thread-safe. */
final class Registrar {

  private final Intake intake;
  private final Hash sha256;
  private final NameBook book;
  private final Tally tally;
  private final Set<String> organisationsDone = new HashSet<>();
  private final Set<String> fundsDone = new HashSet<>();
  private final Set<String> managed = new HashSet<>();

  Registrar(Intake intake, Hash sha256, NameBook book, Tally tally) {
    this.intake = intake;
    this.sha256 = sha256;
    this.book = book;
    this.tally = tally;
  }

  /** An organisation where it stands first, and whose statement that is. */
  private record First(Mention mention, String statedBy) {}

  /** What these records name and nobody registered: organisations first, then funds. */
  List<Draft> drafts(List<Mapped> records) {
    Map<String, First> organisations = new LinkedHashMap<>();
    Map<String, Line> funds = new LinkedHashMap<>();
    for (Mapped record : records) {
      Line fund = record.fund();
      if (fund != null) {
        String statedBy = fund.entry().header().statedBy();
        record.organisations().stream()
            .filter(mention -> organisationsDone.add(mention.id()))
            .forEach(mention -> organisations.put(mention.id(), new First(mention, statedBy)));
        if (fundsDone.add(fund.entry().id())) {
          funds.put(fund.entry().id(), fund);
        }
      }
    }
    List<Draft> drafts = new ArrayList<>();
    organisations(organisations, drafts);
    funds(funds, drafts);
    return drafts;
  }

  private void organisations(Map<String, First> named, List<Draft> drafts) {
    if (named.isEmpty()) {
      return;
    }
    Set<String> known = intake.knownOrganisations(named.keySet());
    named.forEach((id, first) -> {
      if (!known.contains(id)) {
        drafts.add(organisation(id, first));
      }
    });
  }

  private Draft organisation(String id, First first) {
    NameBook.@Nullable Known known = book.organisation(id);
    String type = known == null ? null : known.type();
    Narrative name = known == null ? null : known.name();
    Header header =
        Header.of(id, first.statedBy()).from(new Source(sha256, null, first.mention().position()));
    List<PlainText> texts =
        name == null ? List.of() : List.of(new PlainText("name", name.language(), name.text()));
    return new Draft(new Entry(header, new Organisation(type)), texts);
  }

  private void funds(Map<String, Line> named, List<Draft> drafts) {
    if (named.isEmpty()) {
      return;
    }
    Map<String, Entry> known = intake.funds(named.keySet());
    named.forEach((id, line) -> {
      Entry before = known.get(id);
      if (before == null) {
        drafts.add(new Draft(line.sourced(line.entry(), sha256), texts(id, line)));
      } else {
        compare(id, (Fund) before.body(), line);
      }
    });
  }

  /** The first name in file order, where it stands on another line than the first. */
  private List<PlainText> texts(String id, Line line) {
    List<PlainText> texts = line.draft().texts();
    NameBook.@Nullable Known known = book.fund(id);
    if (!texts.isEmpty() || known == null || known.name() == null) {
      return texts;
    }
    return List.of(new PlainText("name", known.name().language(), known.name().text()));
  }

  private void compare(String id, Fund before, Line line) {
    Fund stated = (Fund) line.entry().body();
    if (before.mode() == FundMode.MANAGED) {
      managed.add(id);
    } else if (!before.owner().equals(stated.owner())) {
      tally.warn(WarningCode.FUND_OTHER_OWNER, line.position());
    } else if (!before.parents().equals(stated.parents())) {
      tally.warn(WarningCode.FUND_CHANGED, line.position());
    }
  }

  /** Whether a record's fund is managed on this ledger, where imports have no say. */
  boolean isManaged(Mapped record) {
    Line fund = record.fund();
    return fund != null && managed.contains(fund.entry().id());
  }
}
