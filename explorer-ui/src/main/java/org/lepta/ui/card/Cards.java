package org.lepta.ui.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Cards as PNG. A card takes the same work whatever stands on it, and the last ones are kept, so
 * that many readers of one link cost no more than one. Thread-safe.
 */
public final class Cards {

  /** The size that programs expect of a large picture, in pixels. */
  public static final int WIDTH = 1200;

  public static final int HEIGHT = 630;

  /** The value of the {@code Content-Type} header. */
  public static final String MEDIA_TYPE = "image/png";

  private static final int KEPT = 64;

  private final SequencedMap<Card, byte[]> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Card, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** The picture of a card; one is drawn at a time. */
  public synchronized byte[] png(Card card) {
    return kept.computeIfAbsent(card, Cards::draw).clone();
  }

  private static byte[] draw(Card card) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0);
      writer.setOutput(out);
      writer.write(null, new IIOImage(CardPainter.paint(card), null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("a card cannot be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
