package org.lepta.ui.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a flow picture stand: a column of sources, one bar in the middle, a column of
 * uses. With one bar in the middle no two ribbons can cross, so there is nothing to optimise: each
 * side keeps its order. Lengths are in pixels of a drawing {@value #WIDTH} wide, as text with two
 * decimals.
 *
 * @param height of the drawing
 * @param middleTop of the bar in the middle
 */
public record FlowShape(String height, String middleTop, List<Placed> ins, List<Placed> outs) {

  public static final int WIDTH = 960;

  /** Height of the bar in the middle. */
  public static final int MIDDLE = 320;

  /** Left edges and width of the three columns. */
  public static final int LEFT = 276;

  public static final int CENTRE = 474;
  public static final int RIGHT = 672;
  public static final int BAR = 12;

  private static final int HUNDREDTHS = 100;
  private static final int LEAST_SLOT = 38 * HUNDREDTHS;
  private static final int LEAST_BAR = 2 * HUNDREDTHS;
  private static final int GAP = 8 * HUNDREDTHS;
  private static final int TOP = 34 * HUNDREDTHS;
  private static final int LONGEST_LABEL = 28;
  private static final BigDecimal WHOLE = new BigDecimal("100");

  public FlowShape {
    ins = List.copyOf(ins);
    outs = List.copyOf(outs);
  }

  /**
   * A stream with its place.
   *
   * @param label as long as there is room for
   * @param top of its bar
   * @param height of its bar
   * @param name base line of its label; the amount stands below
   * @param ribbon path of the ribbon between its bar and the middle
   */
  public record Placed(
      FlowStream stream,
      String label,
      String top,
      String height,
      String name,
      String figures,
      String ribbon) {}

  static FlowShape of(List<FlowStream> ins, List<FlowStream> outs) {
    int high = Math.max(MIDDLE * HUNDREDTHS, Math.max(column(ins), column(outs)));
    int middle = TOP + (high - MIDDLE * HUNDREDTHS) / 2;
    return new FlowShape(
        px(TOP + high + GAP),
        px(middle),
        placed(ins, TOP + (high - column(ins)) / 2, middle, LEFT + BAR, CENTRE),
        placed(outs, TOP + (high - column(outs)) / 2, middle, RIGHT, CENTRE + BAR));
  }

  private static List<Placed> placed(
      List<FlowStream> streams, int from, int middle, int outer, int inner) {
    List<Placed> placed = new ArrayList<>();
    int y = from;
    int m = middle;
    for (FlowStream stream : streams) {
      int height = height(stream);
      int slot = Math.max(LEAST_SLOT, height);
      int bar = Math.max(LEAST_BAR, height);
      int top = y + (slot - bar) / 2;
      int centre = y + slot / 2;
      placed.add(
          new Placed(
              stream,
              clipped(stream.label()),
              px(top),
              px(bar),
              px(centre - 3 * HUNDREDTHS),
              px(centre + 14 * HUNDREDTHS),
              ribbon(outer, top, top + bar, inner, m, m + height)));
      y += slot + GAP;
      m += height;
    }
    return placed;
  }

  /** From one bar to the other and back along the lower edge. */
  private static String ribbon(int x0, int top0, int end0, int x1, int top1, int end1) {
    int between = (x0 + x1) / 2;
    return "M%d %sC%d %s %d %s %d %sL%d %sC%d %s %d %s %d %sZ"
        .formatted(
            x0, px(top0), between, px(top0), between, px(top1), x1, px(top1), x1, px(end1), between,
            px(end1), between, px(end0), x0, px(end0));
  }

  private static int column(List<FlowStream> streams) {
    int height = -GAP;
    for (FlowStream stream : streams) {
      height += Math.max(LEAST_SLOT, height(stream)) + GAP;
    }
    return Math.max(0, height);
  }

  private static int height(FlowStream stream) {
    return new BigDecimal(stream.share().width())
        .multiply(BigDecimal.valueOf((long) MIDDLE * HUNDREDTHS))
        .divideToIntegralValue(WHOLE)
        .intValueExact();
  }

  /** Cut between two words where there are any: half a word is neither read nor spoken. */
  private static String clipped(String label) {
    if (label.codePointCount(0, label.length()) <= LONGEST_LABEL) {
      return label;
    }
    int end = label.offsetByCodePoints(0, LONGEST_LABEL - 1);
    int space = label.lastIndexOf(' ', end);
    return label.substring(0, space > 0 ? space : end) + '…';
  }

  private static String px(int hundredths) {
    return new BigDecimal(hundredths).movePointLeft(2).stripTrailingZeros().toPlainString();
  }
}
