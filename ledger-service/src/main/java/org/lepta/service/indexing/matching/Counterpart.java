package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a fund and the other side state about the money between them.
 *
 * @param gives whether the fund is the giver
 * @param otherFunds the other side's; none where it states nothing and no fund is named
 * @param otherOwner of those funds; null if they are of several
 * @param here what the fund's side states, in units
 * @param there what the other side states; null where it states nothing
 * @param shared whether other funds of this side stand in {@code here}, because the other side does
 *     not say of which fund it speaks
 */
public record Counterpart(
    boolean gives,
    Set<String> otherFunds,
    @Nullable String otherOwner,
    String unit,
    BigDecimal here,
    @Nullable BigDecimal there,
    MatchState state,
    boolean shared) {

  public Counterpart {
    otherFunds = Collections.unmodifiableSet(new TreeSet<>(otherFunds));
  }

  /** What one side states more than the other; above zero where it is this one. */
  public BigDecimal difference() {
    return there == null ? here : here.subtract(there);
  }

  /**
   * Pairs and what they left, of the same two funds, in one line. Not every statement says who owns
   * a fund; in whatever order lines are put together, the answer is the same.
   */
  Counterpart plus(Counterpart other) {
    BigDecimal both =
        there == null ? other.there : other.there == null ? there : there.add(other.there);
    MatchState worst = state.compareTo(other.state) < 0 ? other.state : state;
    MatchState together =
        worst == MatchState.ONE_SIDED && both != null ? MatchState.CONFLICTING : worst;
    return new Counterpart(
        gives,
        otherFunds,
        Stream.of(otherOwner, other.otherOwner)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        unit,
        here.add(other.here),
        both,
        together,
        shared || other.shared);
  }
}
