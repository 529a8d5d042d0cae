package org.lepta.service.exchange.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.rule.Recorded;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.LineKey;
import org.lepta.service.exchange.RefusedFileException;

/** Which records a file held already, and a digest of what they state. Not thread-safe. */
final class SeenRecords {

  private final Map<Digest, Digest> contents = new HashMap<>();

  /** 128 bits of a SHA-256: enough to tell the records of one file apart, small to keep. */
  private record Digest(long high, long low) {

    static Digest of(MessageDigest digest) {
      ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
      return new Digest(bytes.getLong(), bytes.getLong());
    }
  }

  /** How a record relates to those before it. */
  enum Sight {
    FIRST,
    REPEATED,
    OTHER
  }

  /** Notes a record; names are no part of its content, nor is the order of its lines. */
  Sight see(Mapped record, LineKey key) {
    @Nullable Digest before = contents.putIfAbsent(idOf(key), contentOf(record));
    if (contents.size() > Limits.RECORDS) {
      throw new RefusedFileException(
          FileRefusal.FILE_TOO_LARGE, "it holds too many records, at " + record.position());
    }
    if (before == null) {
      return Sight.FIRST;
    }
    return before.equals(contentOf(record)) ? Sight.REPEATED : Sight.OTHER;
  }

  private static Digest idOf(LineKey key) {
    MessageDigest digest = Digests.newSha256();
    digest.update((key.statedBy() + '\0' + key.id()).getBytes(StandardCharsets.UTF_8));
    return Digest.of(digest);
  }

  private static Digest contentOf(Mapped record) {
    MessageDigest digest = Digests.newSha256();
    Line fund = record.fund();
    if (fund != null) {
      digest.update(Recorded.content(fund.entry()));
    }
    record.lines().stream()
        .map(line -> new String(Recorded.content(line.entry()), StandardCharsets.UTF_8))
        .sorted()
        .forEach(content -> digest.update(content.getBytes(StandardCharsets.UTF_8)));
    return Digest.of(digest);
  }
}
