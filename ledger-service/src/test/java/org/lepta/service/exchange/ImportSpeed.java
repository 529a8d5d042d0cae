package org.lepta.service.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.submission.Draft;

/**
 * Prints how fast files are read and mapped, with a ledger that takes everything and keeps nothing.
 * Not a test: figures depend on the machine.
 */
final class ImportSpeed {

  private ImportSpeed() {}

  /** Takes everything at once. */
  private static final class Sink implements Intake {
    private long drafts;

    @Override
    public Set<String> knownOrganisations(Collection<String> ids) {
      return Set.of();
    }

    @Override
    public Map<String, Entry> funds(Collection<String> ids) {
      return Map.of();
    }

    @Override
    public List<Entry> lines(Collection<LineKey> keys) {
      return List.of();
    }

    @Override
    public List<Outcome> submit(List<Draft> given) {
      drafts += given.size();
      return given.stream().<Outcome>map(draft -> new Outcome.Recorded()).toList();
    }
  }

  /**
   * Imports every file three times.
   *
   * @param files to import
   */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      for (int run = 1; run <= 3; run++) {
        Sink sink = new Sink();
        long begun = System.nanoTime();
        Samples.load(sink, Path.of(file));
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.println(
            String.format(
                Locale.ROOT,
                "%s run %d: %,d entries in %.2f s, %,.0f entries/s, at most %,d MiB heap",
                Path.of(file).getFileName(),
                run,
                sink.drafts,
                seconds,
                sink.drafts / seconds,
                Runtime.getRuntime().maxMemory() >> 20));
      }
    }
  }
}
