package org.lepta.ui.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.lepta.ui.format.Amount;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.Figure;

/** Draws cards. The same card gives the same picture. */
final class CardPainter {

  private static final Face STRONG = Face.read("IBMPlexSans-SemiBold.ttf");
  private static final Face PLAIN = Face.read("IBMPlexSans-Regular.ttf");

  // The colours of the pages (lepta.css) and of the mark (mark.svg).
  private static final Color PAPER = new Color(0xf7f6f2);
  private static final Color SHEET = new Color(0xffffff);
  private static final Color INK = new Color(0x1d2426);
  private static final Color SOFT = new Color(0x566063);
  private static final Color LINE = new Color(0xdcdad2);
  private static final Color TEAL = new Color(0x0a5c5a);
  private static final Color COIN = new Color(0x8a5216);
  private static final Color RIM = new Color(0xf6d9ae);
  private static final Color SIGN = new Color(0xfff3df);

  private static final int MARGIN = 72;
  private static final int INNER = Cards.WIDTH - 2 * MARGIN;
  private static final int NAME_LINES = 2;
  private static final int GAP = 40;

  private final Graphics2D canvas;
  private final Card card;

  private CardPainter(Graphics2D canvas, Card card) {
    this.canvas = canvas;
    this.card = card;
  }

  static BufferedImage paint(Card card) {
    BufferedImage image = new BufferedImage(Cards.WIDTH, Cards.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      new CardPainter(canvas, card).paint();
    } finally {
      canvas.dispose();
    }
    return image;
  }

  private void paint() {
    canvas.setColor(PAPER);
    canvas.fillRect(0, 0, Cards.WIDTH, Cards.HEIGHT);
    canvas.setColor(TEAL);
    canvas.fillRect(0, Cards.HEIGHT - 14, Cards.WIDTH, 14);
    head();
    name();
    if (!card.figures().isEmpty()) {
      figures();
    }
  }

  private void head() {
    mark(MARGIN, 56, 64);
    String product = Texts.of(card.language()).text("product.name");
    write(STRONG, product, MARGIN + 82, 101, 38, INK);
    double width = PLAIN.width(card.asOf(), 26);
    write(PLAIN, card.asOf(), MARGIN + INNER - width, 98, 26, SOFT);
  }

  /** The mark of the pages, 32 units wide. */
  private void mark(double x, double y, double width) {
    Graphics2D own = (Graphics2D) canvas.create();
    own.translate(x, y);
    own.scale(width / 32, width / 32);
    own.setColor(COIN);
    own.fill(new Ellipse2D.Double(1, 1, 30, 30));
    own.setColor(RIM);
    own.setStroke(new BasicStroke(1.5f));
    own.draw(new Ellipse2D.Double(4, 4, 24, 24));
    Path2D.Double letter = new Path2D.Double();
    letter.moveTo(10, 22.5);
    letter.lineTo(16, 9);
    letter.lineTo(22, 22.5);
    own.setColor(SIGN);
    own.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    own.draw(letter);
    own.dispose();
  }

  private void name() {
    write(STRONG, card.kicker(), MARGIN, 196, 28, COIN);
    String drawable = STRONG.drawable(card.name());
    String name = drawable.isEmpty() ? STRONG.drawable(card.id()) : drawable;
    double size = STRONG.width(name, 64) <= INNER ? 64 : 54;
    double y = 196 + 1.25 * size;
    for (String line : new TextBlock(STRONG, size, INNER).lines(name, NAME_LINES)) {
      write(STRONG, line, MARGIN, y, size, INK);
      y += 1.18 * size;
    }
    if (card.note() != null) {
      double under = y - 1.18 * size + 54;
      List<String> note = new TextBlock(PLAIN, 30, INNER).lines(PLAIN.drawable(card.note()), 1);
      note.forEach(line -> write(PLAIN, line, MARGIN, under, 30, SOFT));
    }
  }

  private void figures() {
    canvas.setColor(SHEET);
    canvas.fillRect(MARGIN - 24, 420, INNER + 48, 150);
    canvas.setColor(LINE);
    canvas.fillRect(MARGIN - 24, 420, INNER + 48, 2);
    canvas.fillRect(MARGIN - 24, 568, INNER + 48, 2);
    List<Figure> figures = card.figures();
    double column = (INNER - GAP * (figures.size() - 1.0)) / figures.size();
    double size = figures.stream().mapToDouble(figure -> size(figure, column)).min().orElse(0);
    double x = MARGIN;
    for (Figure figure : figures) {
      label(Texts.of(card.language()).label(figure.name()), x, column);
      write(STRONG, amount(figure), x, 540, size, figure.amount().zero() ? SOFT : INK);
      x += column + GAP;
    }
  }

  private void label(String label, double x, double column) {
    double size = Math.min(26, 26 * column / PLAIN.width(label, 26));
    write(PLAIN, label, x, 470, size, SOFT);
  }

  /** An amount is never cut: the longest one makes all of them smaller. */
  private static double size(Figure figure, double column) {
    return Math.min(52, 52 * column / STRONG.width(amount(figure), 52));
  }

  /** With the code of the unit where the font has no sign for it. */
  private static String amount(Figure figure) {
    Amount amount = figure.amount();
    return STRONG.has(amount.text()) ? amount.text() : amount.exact() + ' ' + amount.unit();
  }

  private void write(Face face, String text, double x, double y, double size, Color colour) {
    canvas.setColor(colour);
    canvas.fill(face.outline(text, x, y, size));
  }
}
