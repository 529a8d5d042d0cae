package org.lepta.service.passport;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.transparency.SaltedText;

/** The names of organisations and funds, as far as a passport that was proven carries them. */
public final class PassportNames {

  private final Map<String, String> names = new HashMap<>();

  /** Reads the names of a passport. */
  public PassportNames(PassportVerdict.Proven proven) {
    Map<String, String> texts = new HashMap<>();
    for (SaltedText text : proven.passport().texts()) {
      texts.put(text.commitment().hex(), text.text());
    }
    Stream.concat(proven.leaves().of(Organisation.class), proven.leaves().of(Fund.class))
        .forEach(entry -> put(entry, texts));
  }

  private void put(Entry entry, Map<String, String> texts) {
    for (TextHash text : entry.header().texts()) {
      String name = texts.get(text.hash().hex());
      if (text.role().equals("name") && name != null) {
        names.putIfAbsent(entry.id(), name);
      }
    }
  }

  /** The first name with the id behind it, or the id alone. */
  public String of(String id) {
    String name = names.get(id);
    return name == null ? id : name + " (" + id + ')';
  }
}
