package org.lepta.service.transparency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over all texts, in steps of one text, between which the store may change. */
final class TextWalk {

  private static final int MAX_DAMAGES_LISTED = 1_000;

  private final TextReader reader;
  private final TextFiles files;
  private final TextWithdrawals withdrawals;
  private final List<String> damages = new ArrayList<>();
  private long place = TextIndex.NONE;
  private long texts;
  private long withdrawn;

  TextWalk(TextReader reader, TextFiles files, TextWithdrawals withdrawals) {
    this.reader = reader;
    this.files = files;
    this.withdrawals = withdrawals;
  }

  /** Goes to the first text; answers whether there is one. */
  boolean begin() {
    place = files.first();
    return place != TextIndex.NONE;
  }

  /** Judges the text and goes to the next; answers whether there is one. */
  boolean step() throws IOException {
    TextRecord header;
    try {
      header = files.header(place);
    } catch (TextStoreException e) {
      add(e.getMessage() + "; what follows in this file cannot be found");
      place = files.nextSegment(place);
      return place != TextIndex.NONE;
    }
    judge(header);
    place = files.next(place, header);
    return place != TextIndex.NONE;
  }

  TextStore.Verification result() {
    return new TextStore.Verification(texts, withdrawn, damages);
  }

  private void judge(TextRecord header) throws IOException {
    String damage = damage(header);
    if (damage != null) {
      add(damage);
    } else if (withdrawals.day(header.commitment()) != null) {
      withdrawn++;
    } else {
      texts++;
    }
  }

  private @Nullable String damage(TextRecord header) throws IOException {
    if (withdrawals.day(header.commitment()) != null) {
      return TextReader.isErased(files.body(place, header))
          ? null
          : "the withdrawn text in " + files.describe(place) + " is still there";
    }
    try {
      // A damaged neighbour may stand in the way of the search, so the text itself comes first.
      reader.text(place, header);
      return reader.place(header.commitment()) == place
          ? null
          : "the text in " + files.describe(place) + " is there twice";
    } catch (TextStoreException e) {
      return e.getMessage();
    }
  }

  private void add(String damage) {
    if (damages.size() < MAX_DAMAGES_LISTED) {
      damages.add(damage);
    }
  }
}
