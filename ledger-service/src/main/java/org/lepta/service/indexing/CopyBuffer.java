package org.lepta.service.indexing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for {@code COPY … FROM STDIN BINARY} (PostgreSQL documentation, COPY, binary format). Grows
 * in memory with the group of blocks, which bounds it. Not thread-safe.
 */
public final class CopyBuffer {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** An empty one. */
  public CopyBuffer() {
    write(() -> {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
    });
  }

  /** Begins a row of that many columns. */
  public CopyBuffer row(int columns) {
    return write(() -> out.writeShort(columns));
  }

  public CopyBuffer int8(@Nullable Long value) {
    return value == null
        ? absent()
        : write(() -> {
          out.writeInt(Long.BYTES);
          out.writeLong(value);
        });
  }

  public CopyBuffer int4(int value) {
    return write(() -> {
      out.writeInt(Integer.BYTES);
      out.writeInt(value);
    });
  }

  public CopyBuffer bool(@Nullable Boolean value) {
    return value == null
        ? absent()
        : write(() -> {
          out.writeInt(1);
          out.writeByte(value ? 1 : 0);
        });
  }

  public CopyBuffer text(@Nullable String value) {
    return value == null ? absent() : bytea(value.getBytes(StandardCharsets.UTF_8));
  }

  public CopyBuffer bytea(byte[] value) {
    return write(() -> {
      out.writeInt(value.length);
      out.write(value);
    });
  }

  public CopyBuffer date(@Nullable LocalDate value) {
    return value == null ? absent() : int4((int) ChronoUnit.DAYS.between(EPOCH, value));
  }

  public CopyBuffer timestamp(Instant value) {
    return int8(ChronoUnit.MICROS.between(EPOCH_INSTANT, value));
  }

  /** Sends the rows. */
  public void copyInto(Connection connection, String tableAndColumns) throws SQLException {
    write(() -> out.writeShort(-1));
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY " + tableAndColumns + " FROM STDIN BINARY",
              new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new SQLException("the rows could not be sent", e);
    }
  }

  private CopyBuffer absent() {
    return write(() -> out.writeInt(-1));
  }

  private CopyBuffer write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
