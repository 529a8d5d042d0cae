package org.lepta.service.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.kernel.Sha256;

/** Finds and reads stored texts and believes none of their bytes. As thread-safe as its parts. */
final class TextReader {

  private final TextFiles files;
  private final TextIndex index;

  TextReader(TextFiles files, TextIndex index) {
    this.files = files;
    this.index = index;
  }

  /** Returns the place of the text with this commitment, or {@link TextIndex#NONE}. */
  long place(Sha256 commitment) throws IOException {
    try {
      return index.find(commitment, place -> commitmentAt(place).equals(commitment));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Returns the text, checked against its commitment.
   *
   * @throws TextStoreException if the bytes are not those that were put
   */
  SaltedText text(long place, TextRecord header) throws IOException {
    ByteBuffer body = files.body(place, header);
    byte[] json = new byte[body.remaining()];
    body.duplicate().get(json);
    try {
      SaltedText text = SaltedTextJson.read(json);
      if (header.matches(body) && text.commitment().equals(header.commitment())) {
        return text;
      }
    } catch (RefusalException e) {
      throw new TextStoreException("the text in " + files.describe(place) + " is damaged", e);
    }
    throw new TextStoreException("the text in " + files.describe(place) + " is damaged");
  }

  /** Tells whether nothing but zeros is left. */
  static boolean isErased(ByteBuffer body) {
    for (int i = body.position(); i < body.limit(); i++) {
      if (body.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private Sha256 commitmentAt(long place) {
    try {
      return files.header(place).commitment();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
