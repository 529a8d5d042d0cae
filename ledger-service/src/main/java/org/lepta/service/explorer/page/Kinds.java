package org.lepta.service.explorer.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Kind;
import org.lepta.ui.view.EntryFlag;
import org.lepta.ui.view.EntryKind;
import org.lepta.ui.view.OtherSide;

/** Kinds and flags of the ledger as the pages name them. */
final class Kinds {

  private static final Map<String, Kind> BY_PLURAL =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::plural, Function.identity()));

  /** Kinds whose other side receives. */
  private static final Set<Kind> GIVING =
      EnumSet.of(Kind.GRANT, Kind.AMENDMENT, Kind.DISBURSEMENT, Kind.PASS_ON, Kind.EXPENDITURE);

  private Kinds() {}

  /** The kind whose list stands under {@code /plural}. */
  static Optional<Kind> ofPlural(String plural) {
    return Optional.ofNullable(BY_PLURAL.get(plural));
  }

  static EntryKind shown(Kind kind) {
    return EntryKind.valueOf(kind.name());
  }

  /**
   * Who stands on the other side of these.
   *
   * @param kinds of a list; empty for all
   */
  static OtherSide otherSide(Set<Kind> kinds) {
    return !kinds.isEmpty() && GIVING.containsAll(kinds) ? OtherSide.RECEIVES : OtherSide.EITHER;
  }

  static EntryFlag shown(Flag flag) {
    return switch (flag) {
      case LATE -> EntryFlag.LATE;
      case REPEAT -> EntryFlag.REPEAT;
      case OVERFLOW -> EntryFlag.VOID;
      case WITHOUT_RELEASE -> EntryFlag.WITHOUT_RELEASE;
      case ZERO -> EntryFlag.ZERO_AWARD;
    };
  }
}
