package org.lepta.service.exchange.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of IATI transactions. */
final class IatiTypes {

  static final String INCOMING = "1";
  static final String COMMITMENT = "2";
  static final String DISBURSEMENT = "3";
  static final String EXPENDITURE = "4";
  static final String REIMBURSEMENT = "7";

  private static final Set<String> MONEY =
      Set.of(INCOMING, COMMITMENT, DISBURSEMENT, EXPENDITURE, REIMBURSEMENT);

  /** Loans, interest, equity, guarantees, pledges and promised income are no gifts or grants. */
  private static final Set<String> EXCLUDED = Set.of("5", "6", "8", "9", "10", "11", "12", "13");

  private static final Map<String, String> LETTERS =
      Map.of(
          "IF", "1", "C", "2", "D", "3", "E", "4", "IP", "5", "LR", "6", "R", "7", "QP", "8", "QS",
          "9", "CG", "10");

  private IatiTypes() {}

  /** The number of a type that may be in the letters of IATI 1.x. */
  static String number(@Nullable String given) {
    return given == null ? "" : LETTERS.getOrDefault(given, given);
  }

  static boolean isLetter(@Nullable String given) {
    return given != null && LETTERS.containsKey(given);
  }

  static boolean isMoney(String number) {
    return MONEY.contains(number);
  }

  static boolean isExcluded(String number) {
    return EXCLUDED.contains(number);
  }
}
