package org.lepta.service.exchange.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;

/**
 * The first name of every organisation and fund in file order, gathered before anything is
 * recorded; many threads may ask once it is gathered. Not thread-safe before.
 */
final class NameBook {

  private final Map<String, Known> organisations = new HashMap<>();
  private final Map<String, Known> funds = new HashMap<>();
  private final Set<String> severalNames = new HashSet<>();
  private int records;

  /** What the file said first. */
  record Known(@Nullable String type, @Nullable Narrative name) {

    Known completed(Mention later) {
      return new Known(type == null ? later.type() : type, name == null ? later.name() : name);
    }
  }

  /**
   * Notes the names in a record.
   *
   * @throws RefusedFileException if the file holds more records or names than fit
   */
  void note(Mapped record) {
    if (record.key() != null && ++records > Limits.RECORDS) {
      throw new RefusedFileException(
          FileRefusal.FILE_TOO_LARGE, "it holds too many records, at " + record.position());
    }
    for (Mention mention : record.organisations()) {
      note(organisations, mention);
    }
    Mention fund = record.fundMention();
    if (fund != null) {
      note(funds, fund);
      if (fund.name() != null && isNamedOtherwise(funds.get(fund.id()), fund.name())) {
        severalNames.add(fund.id());
      }
    }
  }

  private void note(Map<String, Known> all, Mention mention) {
    Known known = all.get(mention.id());
    if (known == null) {
      all.put(mention.id(), new Known(mention.type(), mention.name()));
      if (organisations.size() > Limits.ORGANISATIONS) {
        throw new RefusedFileException(
            FileRefusal.FILE_TOO_LARGE,
            "it names too many organisations, at " + mention.position());
      }
    } else if (known.name() == null || known.type() == null) {
      all.put(mention.id(), known.completed(mention));
    }
  }

  @Nullable Known organisation(String id) {
    return organisations.get(id);
  }

  @Nullable Known fund(String id) {
    return funds.get(id);
  }

  /** Whether an organisation is named here otherwise than where it stands first. */
  boolean isOtherName(String organisation, Narrative name) {
    return differs(organisations.get(organisation), name);
  }

  /** The first name of a fund, if it has one. */
  @Nullable String fundName(String fund) {
    Known known = funds.get(fund);
    return known == null || known.name() == null ? null : known.name().text();
  }

  /** Whether a fund has names that differ in more than spaces and case. */
  boolean hasSeveralNames(String fund) {
    return severalNames.contains(fund);
  }

  private static boolean isNamedOtherwise(@Nullable Known known, Narrative name) {
    return known != null
        && known.name() != null
        && !plain(known.name().text()).equals(plain(name.text()));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean differs(@Nullable Known known, Narrative name) {
    return known != null && known.name() != null && !known.name().text().equals(name.text());
  }
}
