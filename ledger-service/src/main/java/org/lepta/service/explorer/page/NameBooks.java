package org.lepta.service.explorer.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Genesis;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.ResolvedText;

/** Collects whose names a page needs, and looks all of them up at once. */
final class NameBooks {

  private final Set<String> organisations = new TreeSet<>();
  private final Set<String> funds = new TreeSet<>();

  /** Everybody and every fund that these entries name. */
  NameBooks entries(Collection<EntryRecord> entries) {
    entries.forEach(this::entry);
    return this;
  }

  NameBooks organisation(String id) {
    organisations.add(id);
    return this;
  }

  NameBooks funds(Collection<String> ids) {
    funds.addAll(ids);
    return this;
  }

  NameBook lookUp(Lookups lookups) {
    return new NameBook(
        names(lookups.organisationNames(organisations)), names(lookups.fundNames(funds)));
  }

  private void entry(EntryRecord entry) {
    organisations.add(entry.entry().header().statedBy());
    organisations.add(entry.leaf().recordedBy());
    if (entry.owner() != null) {
      organisations.add(entry.owner());
    }
    if (entry.fund() != null) {
      funds.add(entry.fund());
    }
    OtherSide other = OtherSide.of(entry.entry().body());
    String organisation = other.organisation();
    if (organisation != null) {
      organisations.add(organisation);
    }
    String fund = other.fund();
    if (fund != null) {
      funds.add(fund);
    }
    switch (entry.entry().body()) {
      case Fund f -> {
        organisations.add(f.owner());
        funds.add(entry.id());
        funds.addAll(f.parents());
      }
      case Genesis g -> organisations.add(g.organisation());
      case Device d -> organisations.add(d.organisation());
      default -> {}
    }
  }

  private static Map<String, Names> names(Map<String, List<ResolvedText>> found) {
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new Names(e.getValue())));
  }
}
