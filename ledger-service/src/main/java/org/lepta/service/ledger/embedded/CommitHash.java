package org.lepta.service.ledger.embedded;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lepta.service.ledger.wire.BlockHashes;

/**
 * A peer's commit hash: SHA-256 over the number of verdicts as a varint, the verdicts, the block's
 * updates in Fabric's deterministic form, and the commit hash before. It begins with block 1.
 */
final class CommitHash {
  private static final int UPDATES_KV_WRITES = 1;
  private static final int NAMESPACE = 1;
  private static final int KEY = 3;
  private static final int IS_DELETE = 4;
  private static final int VALUE = 5;
  private static final int VERSION = 6;

  private CommitHash() {}

  static byte[] next(byte[] before, byte[] verdicts, StateUpdates updates, String namespace) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt64NoTag(verdicts.length);
      out.writeRawBytes(verdicts);
      writeUpdates(out, updates, namespace);
      out.writeRawBytes(before);
      out.flush();
      return BlockHashes.sha256().digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
  }

  /** Writes Fabric's internal message Updates; the first write alone names the namespace. */
  private static void writeUpdates(CodedOutputStream out, StateUpdates updates, String namespace)
      throws IOException {
    boolean first = true;
    for (var update : updates.byKey().entrySet()) {
      byte[] write = write(update.getKey(), update.getValue(), first ? namespace : "");
      out.writeByteArray(UPDATES_KV_WRITES, write);
      first = false;
    }
  }

  private static byte[] write(String key, StateUpdates.Update update, String namespace)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    if (!namespace.isEmpty()) {
      out.writeString(NAMESPACE, namespace);
    }
    out.writeByteArray(KEY, key.getBytes(StandardCharsets.UTF_8));
    if (update.after().isPresent()) {
      out.writeBytes(VALUE, update.after().get().value());
    } else {
      out.writeBool(IS_DELETE, true);
    }
    out.writeByteArray(VERSION, height(update.version()));
    out.flush();
    return bytes.toByteArray();
  }

  private static byte[] height(Version version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeOrdered(bytes, version.block());
    writeOrdered(bytes, version.transaction());
    return bytes.toByteArray();
  }

  /** Writes how many bytes the number takes, then these, most significant first. */
  private static void writeOrdered(ByteArrayOutputStream bytes, long number) {
    int size = (Long.SIZE - Long.numberOfLeadingZeros(number) + Byte.SIZE - 1) / Byte.SIZE;
    bytes.write(size);
    for (int i = size - 1; i >= 0; i--) {
      bytes.write((int) (number >>> (i * Byte.SIZE)));
    }
  }
}
