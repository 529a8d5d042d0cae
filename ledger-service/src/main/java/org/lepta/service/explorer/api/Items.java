package org.lepta.service.explorer.api;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Attestations;
import org.lepta.service.indexing.read.Attestations.Attested;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.FundRecord;
import org.lepta.service.indexing.read.GrantRecord;
import org.lepta.service.indexing.read.Matches;
import org.lepta.service.indexing.read.OrganisationRecord;
import org.lepta.service.indexing.read.Register;
import org.lepta.service.indexing.read.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries as items of a list: funds, organisations and grants with their totals. */
@Component
final class Items {

  private final Register register;
  private final Texts texts;
  private final Matches matches;
  private final Attestations attestations;

  Items(Register register, Texts texts, Matches matches, Attestations attestations) {
    this.register = register;
    this.texts = texts;
    this.matches = matches;
    this.attestations = attestations;
  }

  /** One entry by itself, with what the other side states of it, or of the fund. */
  ObjectNode single(@Nullable Kind kind, EntryRecord entry, @Nullable Long at) {
    ObjectNode json = kind == null ? any(entry) : ofKind(kind, List.of(entry), at).getFirst();
    if (entry.kind() == Kind.FUND || entry.kind() == Kind.ORGANISATION) {
      AttestationJson.put(json.putArray("attestations"), attestations(entry, at));
    }
    if (entry.kind() == Kind.FUND) {
      MatchJson.put(json.putArray("counterparts"), matches.ofFund(entry.id(), at));
    } else {
      matches.ofEntry(entry, at).ifPresent(match -> MatchJson.put(json.putObject("match"), match));
    }
    return json;
  }

  private List<Attested> attestations(EntryRecord entry, @Nullable Long at) {
    return entry.kind() == Kind.FUND
        ? attestations.ofFund(entry.id(), at)
        : attestations.ofOwner(entry.id(), at);
  }

  /** An entry of the list of all kinds. */
  ObjectNode any(EntryRecord entry) {
    return EntryJson.ofAny(entry, texts.of(entry.entry()));
  }

  /** An entry of the list of its kind, without totals. */
  ObjectNode plain(EntryRecord entry) {
    return EntryJson.ofKind(entry, texts.of(entry.entry()));
  }

  /** Items of the list of one kind, with their figures looked up at once. */
  List<ObjectNode> ofKind(Kind kind, List<EntryRecord> entries, @Nullable Long at) {
    List<ObjectNode> items = entries.stream().map(this::plain).toList();
    switch (kind) {
      case FUND -> {
        List<FundRecord> funds = register.funds(entries, at);
        each(items, (totals, i) -> TotalsJson.put(totals, funds.get(i).totals()));
      }
      case ORGANISATION -> {
        List<OrganisationRecord> found = register.organisations(entries, at);
        each(items, (totals, i) -> TotalsJson.put(totals, found.get(i).totals()));
      }
      case GRANT -> {
        List<GrantRecord> grants = register.grants(entries, at);
        each(items, (totals, i) -> TotalsJson.putGrants(totals, grants.get(i).totals()));
      }
      default -> {}
    }
    return items;
  }

  private static void each(List<ObjectNode> items, ObjIntConsumer<ArrayNode> put) {
    for (int i = 0; i < items.size(); i++) {
      put.accept(items.get(i).putArray("totals"), i);
    }
  }
}
