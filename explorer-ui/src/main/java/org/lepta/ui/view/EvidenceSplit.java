package org.lepta.ui.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.format.Share;
import org.lepta.ui.text.Language;

/**
 * An amount split by the steps of the evidence ladder.
 *
 * @param total what is split; of a positive total every step has a share
 * @param parts one for each step, from the weakest to the strongest
 */
public record EvidenceSplit(Amount total, List<Part> parts) {
  public EvidenceSplit {
    parts = List.copyOf(parts);
  }

  /**
   * One step of the split.
   *
   * @param share of the total; absent when the total is zero or the parts cannot be drawn
   * @param start where the part begins in the drawing, in percent
   */
  public record Part(EvidenceStep step, Amount amount, @Nullable Share share, String start) {}

  /** Whether there is a bar to draw. */
  public boolean drawable() {
    return parts.stream().allMatch(part -> part.share() != null);
  }

  /**
   * Splits from exact figures. Negative parts (corrections that outweigh their step) are shown as
   * numbers and not drawn.
   *
   * @param byStep decimal strings; a missing step is zero
   */
  public static EvidenceSplit of(Language language, String unit, Map<EvidenceStep, String> byStep) {
    BigDecimal total = BigDecimal.ZERO;
    boolean drawable = true;
    for (String decimal : byStep.values()) {
      BigDecimal value = new BigDecimal(decimal);
      total = total.add(value);
      drawable &= value.signum() >= 0;
    }
    drawable &= total.signum() > 0;
    List<Part> parts = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (EvidenceStep step : EvidenceStep.values()) {
      String decimal = byStep.getOrDefault(step, "0");
      String whole = total.toPlainString();
      Share share = drawable ? Share.of(language, decimal, whole) : null;
      String start = drawable ? Share.of(language, before.toPlainString(), whole).width() : "0";
      parts.add(new Part(step, MoneyFormat.format(language, unit, decimal), share, start));
      before = before.add(new BigDecimal(decimal));
    }
    return new EvidenceSplit(MoneyFormat.format(language, unit, total.toPlainString()), parts);
  }
}
