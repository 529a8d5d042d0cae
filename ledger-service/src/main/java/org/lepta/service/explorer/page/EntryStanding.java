package org.lepta.service.explorer.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.DateText;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.EntryFlag;
import org.lepta.ui.view.LifeStep;

/** What every page of one entry says about it. */
final class EntryStanding {

  private static final int MOST = 20;

  private EntryStanding() {}

  /** The newest corrections of an entry; of entries that share its id only those of its fund. */
  static List<EntryRecord> corrections(Entries entries, EntryRecord entry, @Nullable Long at) {
    String fund = entry.fund();
    return fund == null
        ? List.of()
        : entries.page(about(entry).kinds(Set.of(Kind.CORRECTION)).at(at), null, MOST).items();
  }

  /** The entries about an entry; of entries that share its id only those of its fund. */
  static EntryQuery about(EntryRecord entry) {
    return EntryQuery.ALL.fund(entry.fund()).target(entry.qualifiedId());
  }

  static List<EntryFlag> flags(EntryRecord entry, List<EntryRecord> corrections) {
    List<EntryFlag> flags = new ArrayList<>();
    entry.leaf().flags().forEach(flag -> flags.add(Kinds.shown(flag)));
    entry
        .entry()
        .header()
        .texts()
        .forEach(text -> {
          switch (text.role()) {
            case "happened-on-literal" -> flags.add(EntryFlag.DATE_UNREADABLE);
            case "amount-literal" -> flags.add(EntryFlag.ROUNDED);
            default -> {}
          }
        });
    if (!corrections.isEmpty()) {
      flags.add(EntryFlag.CORRECTED);
    }
    return flags;
  }

  static List<LifeStep> life(View view, EntryRecord entry, Standing standing) {
    Language language = view.language();
    DateText committed = DateFormat.moment(language, entry.committed());
    if (entry.index() < standing.publishedSize()) {
      return view.fields().published(committed, standing.publishedSize());
    }
    Duration waiting = Duration.between(entry.committed(), Instant.now());
    return standing.signing()
        ? view.fields().integrated(committed, Math.max(0, waiting.toSeconds()))
        : view.fields().unsigned(committed);
  }
}
