package org.lepta.ui.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.text.Labelled;
import org.lepta.ui.text.Language;

/**
 * The identity of one fund in one unit, line by line.
 *
 * @param unit name of the unit
 * @param lines every term, also those that are zero
 * @param free what is left
 * @param outcome what the result means
 * @param difference how far it falls short or does not tie; absent when it does neither
 */
public record Reconciliation(
    String unit, List<Line> lines, Amount free, Outcome outcome, @Nullable Amount difference) {
  public Reconciliation {
    lines = List.copyOf(lines);
  }

  /**
   * A term and its amount, which is positive for both added and taken terms.
   *
   * @param recount page where the rows behind it can be added up again
   */
  public record Line(Term term, Amount amount, String recount) {
    public Line {
      Href.checked(recount);
    }
  }

  /** What the result of the identity means. */
  public enum Outcome implements Labelled {
    HOLDS,
    SHORT,
    DOES_NOT_TIE,
    INCOME_NOT_PUBLISHED;

    @Override
    public String prefix() {
      return "outcome";
    }
  }

  /**
   * Reconciles exact figures. A managed fund below zero is short; a reported one does not tie, or
   * has its income not published where it states no opening, donation or income at all.
   *
   * @param terms decimal strings; a missing term is zero
   * @param free decimal string, as the ledger keeps it
   * @param recount page of each term's rows
   * @throws IllegalArgumentException if {@code free} is not what the terms give: such figures must
   *     never be shown as reconciled
   */
  public static Reconciliation of(
      Language language,
      String unit,
      FundMode mode,
      Map<Term, String> terms,
      String free,
      Function<Term, String> recount) {
    BigDecimal sum = BigDecimal.ZERO;
    List<Line> lines = new ArrayList<>();
    for (Term term : Term.values()) {
      String decimal = terms.getOrDefault(term, "0");
      BigDecimal value = new BigDecimal(decimal);
      sum = term.added() ? sum.add(value) : sum.subtract(value);
      lines.add(new Line(term, MoneyFormat.format(language, unit, decimal), recount.apply(term)));
    }
    if (sum.compareTo(new BigDecimal(free)) != 0) {
      throw new IllegalArgumentException("free is " + free + " but its terms give " + sum);
    }
    Outcome outcome = outcome(mode, terms, sum);
    Amount difference =
        outcome == Outcome.HOLDS
            ? null
            : MoneyFormat.format(language, unit, sum.negate().toPlainString());
    return new Reconciliation(
        MoneyFormat.unitName(language, unit),
        lines,
        MoneyFormat.format(language, unit, free),
        outcome,
        difference);
  }

  private static Outcome outcome(FundMode mode, Map<Term, String> terms, BigDecimal free) {
    if (free.signum() >= 0) {
      return Outcome.HOLDS;
    }
    if (mode == FundMode.MANAGED) {
      return Outcome.SHORT;
    }
    boolean silent =
        List.of(Term.OPENED, Term.DONATED, Term.INCOME).stream()
            .allMatch(term -> new BigDecimal(terms.getOrDefault(term, "0")).signum() == 0);
    return silent ? Outcome.INCOME_NOT_PUBLISHED : Outcome.DOES_NOT_TIE;
  }
}
