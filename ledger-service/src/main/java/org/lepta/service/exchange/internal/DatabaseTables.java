package org.lepta.service.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.service.indexing.read.Texts;

/** Writes entries into the tables of ledger.sql. Not thread-safe. */
final class DatabaseTables implements AutoCloseable {

  private final Texts texts;
  private final DatabaseRow entries;
  private final DatabaseRow postings;
  private final DatabaseRow contributions;
  private final DatabaseRow names;
  private final DatabaseRow funds;
  private final DatabaseRow organisations;
  private final List<DatabaseRow> all;

  DatabaseTables(Connection database, Texts texts) throws SQLException {
    this.texts = texts;
    this.entries = new DatabaseRow(database, "entry", 26);
    this.postings = new DatabaseRow(database, "posting", 7);
    this.contributions = new DatabaseRow(database, "contribution", 7);
    this.names = new DatabaseRow(database, "entry_text", 7);
    this.funds = new DatabaseRow(database, "fund", 5);
    this.organisations = new DatabaseRow(database, "organisation", 3);
    this.all = List.of(entries, postings, contributions, names, funds, organisations);
  }

  /** Writes some entries; more of them may follow. */
  void write(List<EntryRecord> chunk) throws SQLException {
    for (EntryRecord entry : chunk) {
      write(entry);
    }
    for (DatabaseRow rows : all) {
      rows.send();
    }
  }

  private void write(EntryRecord entry) throws SQLException {
    writeEntry(entry);
    int line = 0;
    for (Posting posting : entry.leaf().postings()) {
      postings
          .number(entry.index())
          .number((long) line++)
          .text(posting.account().label())
          .text(posting.grant())
          .text(posting.unit().code())
          .amount(posting.amount())
          .end();
    }
    if (entry.hasEffect() && entry.entry().body() instanceof Flow flow) {
      writeContributions(entry, flow);
    }
    List<ResolvedText> found = texts.of(entry.entry());
    writeTexts(entry, found);
    writeRegistration(entry, found);
  }

  private void writeEntry(EntryRecord record) throws SQLException {
    Entry entry = record.entry();
    Header header = entry.header();
    Leaf leaf = record.leaf();
    EntryFacts facts = EntryFacts.of(entry);
    Flow flow = entry.body() instanceof Flow f ? f : null;
    entries
        .number(record.index())
        .text(record.kind().label())
        .text(entry.id())
        .text(header.statedBy())
        .text(leaf.recordedBy())
        .text(header.happenedOn())
        .text(header.decidedOn())
        .text(header.bookedOn())
        .text(record.committed())
        .text(record.fund())
        .text(record.owner())
        .text(record.managed() == null ? null : mode(record.managed()))
        .text(flow == null ? null : flow.unit().code())
        .amount(flow == null ? null : flow.amount())
        .text(facts.party())
        .text(facts.grant())
        .text(facts.target())
        .text(facts.otherFund())
        .text(String.join(" ", leaf.flags().stream().map(Flag::word).sorted().toList()))
        .number(leaf.repeatOf())
        .number(leaf.at().block())
        .number((long) leaf.at().transaction())
        .number((long) leaf.at().position())
        .text(record.hash().hex())
        .text(new String(record.bytes(), StandardCharsets.UTF_8))
        .end();
  }

  private void writeContributions(EntryRecord entry, Flow flow) throws SQLException {
    for (Contribution contribution : Contribution.of(flow)) {
      contributions
          .number(entry.index())
          .text(flow.fund())
          .text(mode(Boolean.TRUE.equals(entry.managed())))
          .text(contribution.unit().code())
          .text(contribution.measure().label())
          .amount(Amount.ofExact(contribution.amount()))
          .end();
    }
  }

  private void writeTexts(EntryRecord entry, List<ResolvedText> found) throws SQLException {
    int line = 0;
    for (ResolvedText text : found) {
      names
          .number(entry.index())
          .number((long) line++)
          .text(text.role())
          .text(text.language())
          .text(text.text())
          .text(text.withdrawnOn())
          .text(text.hash())
          .end();
    }
  }

  /** The first word about a fund or an organisation; the others are in the table of entries. */
  private void writeRegistration(EntryRecord entry, List<ResolvedText> found) throws SQLException {
    if (entry.entry().body() instanceof Fund fund) {
      funds
          .text(entry.id())
          .number(entry.index())
          .text(name(found))
          .text(fund.owner())
          .text(fund.mode().word())
          .end();
    } else if (entry.kind() == Kind.ORGANISATION) {
      organisations.text(entry.id()).number(entry.index()).text(name(found)).end();
    }
  }

  private static @Nullable String name(List<ResolvedText> found) {
    return found.stream()
        .filter(text -> text.role().equals("name") && text.text() != null)
        .findFirst()
        .map(ResolvedText::text)
        .orElse(null);
  }

  private static String mode(boolean managed) {
    return managed ? "managed" : "reported";
  }

  @Override
  public void close() throws SQLException {
    for (DatabaseRow rows : all) {
      rows.close();
    }
  }
}
