package org.lepta.service.exchange.internal;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Organisation;
import org.lepta.service.exchange.ExportScope;
import org.lepta.service.exchange.internal.IatiTransaction.Side;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.service.indexing.read.Texts;

/** Writes funds as IATI 2.03 activities, a chunk of movements at a time. Thread-safe. */
public final class ActivityExport {

  private static final String VERSION = "2.03";

  /** Codes of IATI's codelists. */
  private static final String OTHER_TYPE = "90";

  private static final String ACCOUNTABLE = "2";
  private static final String IMPLEMENTATION = "2";
  private static final String PLANNED_START = "1";
  private static final String ACTUAL_START = "2";
  private static final String PLANNED_END = "3";
  private static final String PARENT = "1";

  private static final Kind[] FLOWS =
      Arrays.stream(Kind.values())
          .filter(kind -> Flow.class.isAssignableFrom(kind.type()))
          .toArray(Kind[]::new);

  private final Entries entries;
  private final Lookups lookups;
  private final Texts texts;

  /** Reads through these. */
  public ActivityExport(Entries entries, Lookups lookups, Texts texts) {
    this.entries = entries;
    this.lookups = lookups;
    this.texts = texts;
  }

  /** Writes the whole document; {@code out} stays open. */
  public void write(ExportScope scope, OutputStream out) {
    IatiXml xml = new IatiXml(out);
    xml.begin("iati-activities");
    xml.with("version", VERSION)
        .own("origin", scope.checkpoint().origin())
        .own("size", Long.toString(scope.checkpoint().size()))
        .own("root", scope.checkpoint().root().hex());
    // The entry of a fund itself touches none, so the filters are applied here.
    entries.forEach(
        ExportScope.all(scope.checkpoint()).entries(Kind.FUND),
        entry -> {
          if (isOf(scope, entry)) {
            activity(scope, entry, xml);
          }
        });
    xml.end();
  }

  /** Of several statements of one fund the first is the fund's. */
  private boolean isOf(ExportScope scope, EntryRecord entry) {
    String owner = ((Fund) entry.entry().body()).owner();
    return (scope.fund() == null || scope.fund().equals(entry.id()))
        && (scope.organisation() == null || scope.organisation().equals(owner))
        && entries.find(Kind.FUND, entry.id()).filter(e -> e.index() == entry.index()).isPresent();
  }

  private void activity(ExportScope scope, EntryRecord entry, IatiXml xml) {
    Fund fund = (Fund) entry.entry().body();
    xml.open("iati-activity")
        .leaf(entry)
        .own("size", Long.toString(scope.checkpoint().size()))
        .own("root", scope.checkpoint().root().hex());
    xml.text("iati-identifier", entry.id());
    reporter(fund.owner(), xml);
    List<Narrative> names = Exported.texts(texts, entry, "name");
    List<Narrative> descriptions = Exported.texts(texts, entry, "description");
    xml.open("title").narratives(orNotStated(names)).close();
    xml.open("description").narratives(orNotStated(descriptions)).close();
    xml.open("participating-org").with("ref", fund.owner()).with("role", ACCOUNTABLE).close();
    xml.open("activity-status").with("code", IMPLEMENTATION).close();
    dates(entry, fund, xml);
    entries.forEachChunk(
        new ExportScope(scope.checkpoint(), entry.id(), null).entries(FLOWS),
        chunk -> transactions(chunk, xml));
    for (String parent : fund.parents()) {
      xml.open("related-activity").with("ref", parent).with("type", PARENT).close();
    }
    xml.close();
  }

  private static List<Narrative> orNotStated(List<Narrative> texts) {
    return texts.isEmpty() ? List.of(new Narrative("en", Exported.NOT_STATED)) : texts;
  }

  private void reporter(String owner, IatiXml xml) {
    String type =
        entries
            .find(Kind.ORGANISATION, owner)
            .map(entry -> ((Organisation) entry.entry().body()).type())
            .orElse(OTHER_TYPE);
    List<ResolvedText> names =
        lookups.organisationNames(List.of(owner)).getOrDefault(owner, List.of());
    xml.open("reporting-org").with("ref", owner).with("type", type);
    xml.narratives(orId(Exported.shown(names), owner)).close();
  }

  private static List<Narrative> orId(List<Narrative> names, String id) {
    return names.isEmpty() ? List.of(new Narrative(null, id)) : names;
  }

  private static void dates(EntryRecord entry, Fund fund, IatiXml xml) {
    if (fund.termFrom() != null) {
      date(PLANNED_START, fund.termFrom().toString(), xml).close();
    } else {
      date(ACTUAL_START, Exported.date(entry).toString(), xml);
      undated(entry, xml).close();
    }
    if (fund.termTo() != null) {
      date(PLANNED_END, fund.termTo().toString(), xml).close();
    }
  }

  private static IatiXml date(String type, String day, IatiXml xml) {
    return xml.open("activity-date").with("type", type).with("iso-date", day);
  }

  private static IatiXml undated(EntryRecord entry, IatiXml xml) {
    return Exported.isUndated(entry) ? xml.own("date", "recorded") : xml;
  }

  /** A movement and what it is in IATI. */
  private record Stated(EntryRecord entry, Flow flow, IatiTransaction transaction) {}

  private void transactions(List<EntryRecord> chunk, IatiXml xml) {
    List<Stated> stated = new ArrayList<>();
    for (EntryRecord entry : chunk) {
      Flow flow = (Flow) entry.entry().body();
      IatiTransaction transaction = IatiTransaction.of(flow, Exported.owner(entry));
      if (transaction != null && Exported.counts(entry) && Exported.isMoney(flow.unit())) {
        stated.add(new Stated(entry, flow, transaction));
      }
    }
    Map<String, List<ResolvedText>> names = lookups.organisationNames(organisations(stated));
    stated.forEach(one -> transaction(one, names, xml));
  }

  private static Set<String> organisations(List<Stated> stated) {
    Set<String> ids = new TreeSet<>();
    for (Stated one : stated) {
      for (Side side : sides(one.transaction())) {
        if (side.org() != null) {
          ids.add(side.org());
        }
      }
    }
    return ids;
  }

  private static List<Side> sides(IatiTransaction transaction) {
    return Arrays.asList(transaction.provider(), transaction.receiver()).stream()
        .filter(Objects::nonNull)
        .toList();
  }

  private void transaction(Stated one, Map<String, List<ResolvedText>> names, IatiXml xml) {
    EntryRecord entry = one.entry();
    String date = Exported.date(entry).toString();
    xml.open("transaction").with("ref", entry.id()).leaf(entry);
    xml.open("transaction-type").with("code", one.transaction().type()).close();
    undated(entry, xml.open("transaction-date").with("iso-date", date)).close();
    xml.open("value").with("currency", one.flow().unit().code()).with("value-date", date);
    xml.characters(one.transaction().amount().toString()).close();
    List<Narrative> descriptions = Exported.texts(texts, entry, "description");
    if (!descriptions.isEmpty()) {
      xml.open("description").narratives(descriptions).close();
    }
    side("provider-org", "provider-activity-id", entry, one.transaction().provider(), names, xml);
    side("receiver-org", "receiver-activity-id", entry, one.transaction().receiver(), names, xml);
    xml.close();
  }

  private void side(
      String element,
      String activity,
      EntryRecord entry,
      @Nullable Side side,
      Map<String, List<ResolvedText>> names,
      IatiXml xml) {
    if (side == null) {
      return;
    }
    String org = side.org();
    String ref =
        org == null ? Exported.first(Exported.texts(texts, entry, side.role() + "-ref")) : org;
    List<Narrative> called =
        org == null
            ? Exported.texts(texts, entry, side.role() + "-name")
            : Exported.shown(names.getOrDefault(org, List.of()));
    if (ref != null || side.activity() != null || !called.isEmpty()) {
      xml.open(element).with("ref", ref).with(activity, side.activity());
      xml.narratives(called).close();
    }
  }
}
