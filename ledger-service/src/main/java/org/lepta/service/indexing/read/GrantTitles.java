package org.lepta.service.indexing.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lepta.service.kernel.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Grants by the words of their titles, in memory: titles are texts beside the log and may be
 * withdrawn, so no table holds them. When a text is withdrawn, all words are forgotten and read
 * anew, so that no word of it is left here. However a Russian title is written in Latin letters, it
 * is found. Thread-safe.
 *
 * <p>Reads the new titles at every search. Nothing is read from the database under the lock, for
 * the reason that {@link NameWords} gives.
 */
@Component
public final class GrantTitles {

  private static final Logger LOG = LoggerFactory.getLogger(GrantTitles.class);

  private static final int CHUNK = 1_000;

  /** Chunks that a search reads before it looks. */
  private static final int CHUNKS_AT_ONCE = 3;

  private static final String NEW =
      "SELECT leaf, array_agg(hash) FROM grant_title WHERE leaf >= ?"
          + " GROUP BY leaf ORDER BY leaf LIMIT "
          + CHUNK;
  private static final String LATE =
      "SELECT leaf, array_agg(hash) FROM grant_title WHERE leaf = ANY (?) GROUP BY leaf";

  private final Index index;
  private final Texts texts;
  private final AtomicBoolean readingOn = new AtomicBoolean();
  private TitledGrants grants;

  public GrantTitles(Index index, Texts texts) {
    this.index = index;
    this.texts = texts;
    this.grants = new TitledGrants(texts.withdrawn());
  }

  /**
   * A grant and its titles.
   *
   * @param leaf of the grant
   * @param titles their hashes in the log
   */
  private record Titled(long leaf, List<Sha256> titles) {

    static Titled read(ResultSet row, int number) throws SQLException {
      Array hashes = row.getArray(2);
      return new Titled(
          row.getLong(1), Arrays.stream((byte[][]) hashes.getArray()).map(Sha256::of).toList());
    }
  }

  /**
   * What was found among the titles that are read.
   *
   * @param leaves of the grants, the newest first
   * @param ofAll whether all titles are read
   */
  record Hits(List<Long> leaves, boolean ofAll) {

    Hits {
      leaves = List.copyOf(leaves);
    }
  }

  /**
   * The newest grants in whose titles every word begins a word, at once. None if a word has less
   * than three letters or digits.
   */
  Hits newest(String q, int most) {
    Words words = Words.of(q);
    if (words.areTooShort()) {
      return new Hits(List.of(), true);
    }
    boolean ofAll = read(CHUNKS_AT_ONCE);
    if (!ofAll) {
      readOn();
    }
    return new Hits(titled(words, most), ofAll);
  }

  /** The same among all titles, for which it waits until they are read. */
  List<Long> find(String q, int most) {
    Words words = Words.of(q);
    if (words.areTooShort()) {
      return List.of();
    }
    readAll();
    return titled(words, most);
  }

  private synchronized List<Long> titled(Words words, int most) {
    return current().find(words, most);
  }

  /** Reads all titles that are not read yet. */
  void readAll() {
    read(Integer.MAX_VALUE);
  }

  private void readOn() {
    if (readingOn.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("titles")
          .start(() -> {
            try {
              readAll();
            } catch (RuntimeException e) {
              // The service is ending, or the database is gone for a while: the next search goes
              // on.
              LOG.debug("titles are not read yet", e);
            } finally {
              readingOn.set(false);
            }
          });
    }
  }

  /** Returns whether all titles are read. */
  private boolean read(int chunks) {
    for (int i = 0; i < chunks; i++) {
      long next = next();
      List<Titled> chunk = index.list(NEW, Titled::read, next);
      takeNew(next, chunk);
      Long[] late = late();
      if (late.length > 0) {
        takeLate(index.list(LATE, Titled::read, (Object) late));
      }
      if (chunk.size() < CHUNK && late.length < CHUNK) {
        return true;
      }
    }
    return false;
  }

  private synchronized long next() {
    return current().next();
  }

  /** Two readers may have read the same: what does not follow is left out. */
  private synchronized void takeNew(long from, List<Titled> chunk) {
    if (current().next() == from) {
      chunk.forEach(grant -> grants.add(grant.leaf(), titles(grant)));
    }
  }

  /** Texts may come after their entries, from another service. */
  private synchronized Long[] late() {
    return current().late(texts.generation(), CHUNK);
  }

  private synchronized void takeLate(List<Titled> chunk) {
    TitledGrants known = current();
    chunk.stream()
        .filter(grant -> grant.leaf() < known.next())
        .forEach(grant -> known.addLate(grant.leaf(), titles(grant)));
  }

  private TitledGrants current() {
    long withdrawn = texts.withdrawn();
    if (grants.withdrawn() != withdrawn) {
      grants = new TitledGrants(withdrawn);
    }
    return grants;
  }

  private List<ResolvedText> titles(Titled grant) {
    List<ResolvedText> titles = new ArrayList<>();
    for (Sha256 title : grant.titles()) {
      titles.add(texts.resolve(GrantTitleRows.TITLE, title));
    }
    return titles;
  }
}
