package org.lepta.ledger.codec;

import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;
import tools.jackson.databind.JsonNode;

/**
 * The canonical bytes of a leaf, versions 1 and 2 (docs/reference/leaf-format). They are made once,
 * when a block is integrated, and never again. Stateless and thread-safe.
 */
public final class LeafCodec {

  private static final RecordShape SHAPE = RecordShape.of(LeafForm.class);

  private LeafCodec() {}

  /**
   * The canonical bytes.
   *
   * @throws CodecException if the leaf is longer than {@link Leaf#MAX_BYTES}; entries are bounded
   *     so that none is
   */
  public static byte[] encode(Leaf leaf) {
    return requireLength(RecordCodec.encode(LeafForm.of(leaf)));
  }

  /**
   * Reads canonical bytes.
   *
   * @throws CodecException if they are not exactly what {@link #encode} makes of a leaf, or of a
   *     version that is not known here
   */
  public static Leaf decode(byte[] leaf) {
    CanonicalReader in = new CanonicalReader(requireLength(leaf));
    LeafForm form = (LeafForm) SHAPE.read(in);
    in.end();
    return form.leaf();
  }

  private static byte[] requireLength(byte[] leaf) {
    if (leaf.length > Leaf.MAX_BYTES) {
      throw new CodecException("", "leaf of " + leaf.length + " bytes");
    }
    return leaf;
  }

  /**
   * The entry inside a leaf's bytes.
   *
   * @throws CodecException if the bytes are not a leaf
   */
  public static Entry decodeEntry(byte[] leaf) {
    JsonNode entry = CanonicalJson.parse(leaf).get("entry");
    if (entry == null) {
      throw new CodecException("entry", "missing");
    }
    return EntryCodec.fromTree(entry);
  }
}
