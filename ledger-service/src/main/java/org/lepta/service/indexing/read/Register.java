package org.lepta.service.indexing.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Kind;
import org.springframework.stereotype.Component;

/**
 * Funds, organisations and grants with their figures. Thread-safe.
 *
 * <p>{@code at} is the size of the log as known then, or null for now; one that the log never had
 * is refused with {@link ReadCode#AT_INVALID}.
 */
@Component
public final class Register {

  private final Index index;
  private final Entries entries;
  private final Figures figures;
  private final Texts texts;

  public Register(Index index, Entries entries, Figures figures, Texts texts) {
    this.index = index;
    this.entries = entries;
    this.figures = figures;
    this.texts = texts;
  }

  /** A fund by its id. */
  public Optional<FundRecord> fund(String id, @Nullable Long at) {
    return find(Kind.FUND, id, at).map(entry -> fund(entry, figures.ofFund(id, at)));
  }

  /** Funds for these entries, in their order. */
  public List<FundRecord> funds(List<EntryRecord> registered, @Nullable Long at) {
    Map<String, List<Totals>> totals =
        figures.ofFunds(registered.stream().map(EntryRecord::id).toList(), at);
    return registered.stream()
        .map(entry -> fund(entry, totals.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  private FundRecord fund(EntryRecord entry, List<Totals> totals) {
    return new FundRecord(entry, (Fund) entry.entry().body(), texts.of(entry.entry()), totals);
  }

  /** An organisation by its id. */
  public Optional<OrganisationRecord> organisation(String id, @Nullable Long at) {
    return find(Kind.ORGANISATION, id, at)
        .map(entry -> organisations(List.of(entry), at).getFirst());
  }

  /** The organisations that these entries registered, in their order. */
  public List<OrganisationRecord> organisations(List<EntryRecord> registered, @Nullable Long at) {
    List<JointTotals> totals =
        figures.ofOrganisations(registered.stream().map(EntryRecord::id).toList(), at);
    return IntStream.range(0, registered.size())
        .mapToObj(i -> {
          EntryRecord entry = registered.get(i);
          return new OrganisationRecord(entry, texts.of(entry.entry()), totals.get(i).all());
        })
        .toList();
  }

  /** A grant by its id. */
  public Optional<GrantRecord> grant(String id, @Nullable Long at) {
    return find(Kind.GRANT, id, at).map(entry -> grant(entry, at));
  }

  /** The grant that this entry awarded. */
  public GrantRecord grant(EntryRecord entry, @Nullable Long at) {
    return grants(List.of(entry), at).getFirst();
  }

  /** The grants that these entries awarded, in their order. */
  public List<GrantRecord> grants(List<EntryRecord> awarded, @Nullable Long at) {
    List<List<GrantTotals>> totals =
        figures.ofGrants(awarded.stream().map(Register::grantOf).toList(), at);
    return IntStream.range(0, awarded.size())
        .mapToObj(i -> {
          EntryRecord entry = awarded.get(i);
          Grant grant = (Grant) entry.entry().body();
          return new GrantRecord(entry, grant, texts.of(entry.entry()), totals.get(i));
        })
        .toList();
  }

  private static Figures.GrantOf grantOf(EntryRecord entry) {
    String fund = ((Grant) entry.entry().body()).fund();
    return new Figures.GrantOf(fund, entry.id(), Boolean.TRUE.equals(entry.managed()));
  }

  /**
   * What these funds or organisations are called; those without a name that may be shown are left
   * out.
   */
  public Map<String, String> names(Kind kind, List<String> ids) {
    Map<String, String> names = new TreeMap<>();
    for (String id : ids.stream().distinct().toList()) {
      entries
          .find(kind, id)
          .flatMap(entry -> texts.text(entry.entry(), "name"))
          .ifPresent(name -> names.put(id, name));
    }
    return names;
  }

  private Optional<EntryRecord> find(Kind kind, String id, @Nullable Long at) {
    return entries.find(kind, id, index.sizeAt(at));
  }
}
