package org.lepta.service.explorer.receipt;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.lepta.service.explorer.ReceiptCodes;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.springframework.stereotype.Component;

/**
 * The entry that a receipt's address names: by the code of a donor's link, by leaf index, or by the
 * key of its {@code kind:id}. Thread-safe.
 */
@Component
public final class ReceiptAddress {

  private static final Pattern LEAF_INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Entries entries;
  private final ReceiptCodes codes;

  public ReceiptAddress(Entries entries, ReceiptCodes codes) {
    this.entries = entries;
    this.codes = codes;
  }

  /**
   * Finds the entry.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#NOT_FOUND} or {@link
   *     Key#INVALID}
   */
  public EntryRecord entry(String address) {
    return find(address)
        .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("Nothing is recorded under this address."));
  }

  private Optional<EntryRecord> find(String address) {
    if (ReceiptCodes.isForm(address)) {
      return ofCode(address);
    }
    OptionalLong leaf = leafIndex(address);
    if (leaf.isPresent()) {
      return entries.find(leaf.getAsLong());
    }
    String id = Key.parse(address).id();
    return Entries.mayBeAnId(id) ? entries.find(id) : Optional.empty();
  }

  /** The leaf index that an address is, if it is one; then no database is needed for a proof. */
  public static OptionalLong leafIndex(String address) {
    return LEAF_INDEX.matcher(address).matches()
        ? OptionalLong.of(Long.parseLong(address))
        : OptionalLong.empty();
  }

  /** The entry of a donor's link; empty for a code that was not made here. */
  public Optional<EntryRecord> ofCode(String code) {
    OptionalLong leaf =
        codes.leaf(code, index -> entries.find(index).map(EntryRecord::hash).orElse(null));
    return leaf.isEmpty() ? Optional.empty() : entries.find(leaf.getAsLong());
  }

  /** The code of an entry's link. */
  public String code(EntryRecord entry) {
    return codes.code(entry.index(), entry.hash());
  }
}
