package org.lepta.service.indexing.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Attestation;
import org.lepta.service.kernel.Sha256;
import org.springframework.stereotype.Component;

/**
 * What auditors attested, and whether they speak of this log (docs/reference/postings). Newest
 * first, repeats left out. Thread-safe.
 */
@Component
public final class Attestations {

  /** How many are told of one fund, organisation or ledger. */
  private static final int MOST = 3;

  /** An organisation's are looked for among so many newest of all. */
  private static final int MOST_OF_ALL = 1_000;

  private static final String KNOWN = "kind = 'attestation' AND repeat_of IS NULL AND leaf < ?";
  private static final String NEWEST = " ORDER BY leaf DESC LIMIT " + MOST;
  private static final String OF_FUND = Entries.RECORDS + KNOWN + " AND fund = ?" + NEWEST;
  private static final String OF_LEDGER = Entries.RECORDS + KNOWN + " AND fund IS NULL" + NEWEST;
  private static final String OF_OWNER =
      Entries.RECORDS
          + "leaf IN (SELECT n.leaf FROM (SELECT leaf, fund FROM entry WHERE "
          + KNOWN
          + " AND fund IS NOT NULL ORDER BY leaf DESC LIMIT "
          + MOST_OF_ALL
          + ") n JOIN fund f ON f.id = n.fund WHERE f.owner = ? ORDER BY n.leaf DESC LIMIT "
          + MOST
          + ") ORDER BY leaf DESC";

  private final Index index;

  public Attestations(Index index) {
    this.index = index;
  }

  /**
   * An auditor's result.
   *
   * @param ofThisLog whether a block of this log ended at the attested size with the attested root
   */
  public record Attested(EntryRecord entry, Attestation note, boolean ofThisLog) {}

  /** Those of a fund by its name. */
  public List<Attested> ofFund(String fund, @Nullable Long at) {
    return index.snapshot(() -> attested(OF_FUND, index.sizeAt(at), fund));
  }

  /** Those of a fund by its name, then those of the whole ledger. */
  public List<Attested> ofFundAndLedger(String fund, @Nullable Long at) {
    return index.snapshot(() -> {
      long size = index.sizeAt(at);
      return attested('(' + OF_FUND + ") UNION ALL (" + OF_LEDGER + ')', size, fund, size);
    });
  }

  /** Those of the whole ledger. */
  public List<Attested> ofLedger(@Nullable Long at) {
    return index.snapshot(() -> attested(OF_LEDGER, index.sizeAt(at)));
  }

  /** Those of the funds that an organisation owns, as far as they are among the newest of all. */
  public List<Attested> ofOwner(String organisation, @Nullable Long at) {
    return index.snapshot(() -> attested(OF_OWNER, index.sizeAt(at), organisation));
  }

  private List<Attested> attested(String sql, Object... parameters) {
    return index.list(sql, Entries::record, parameters).stream().map(this::attested).toList();
  }

  private Attested attested(EntryRecord entry) {
    Attestation note = (Attestation) entry.entry().body();
    boolean same =
        index
            .one(
                "SELECT root FROM block_root WHERE size = ? ORDER BY block LIMIT 1",
                (row, n) -> Sha256.of(row.getBytes(1)),
                note.logSize())
            .map(root -> root.hex().equals(note.logRoot().hex()))
            .orElse(false);
    return new Attested(entry, note, same);
  }
}
