package org.lepta.service.indexing.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a leaf, which nobody changes. */
public final class LeafBytes {

  private final byte[] bytes;

  /** Takes the array; the caller keeps no hold of it. */
  LeafBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LeafBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
