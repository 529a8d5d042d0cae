package org.lepta.service.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;
import org.lepta.service.exchange.internal.Activity.Side;
import org.lepta.service.exchange.internal.Activity.Transaction;

/** Reads IATI activity XML, one activity at a time, in whatever order its elements stand. */
final class IatiReader {

  /** Narratives beyond this number in one place are not read. */
  private static final int MAX_NARRATIVES = 8;

  private final XmlCursor xml;
  private int activities;
  private @Nullable String version;

  private IatiReader(XmlCursor xml) {
    this.xml = xml;
  }

  /**
   * Reads a whole file.
   *
   * @return the version that the file names, if it names one
   * @throws RefusedFileException if its structure is not sound; records may have been given before
   */
  static @Nullable String read(BoundedStream in, Consumer<Activity> each) {
    IatiReader reader = new IatiReader(new XmlCursor(in));
    reader.file(each);
    return reader.version;
  }

  private void file(Consumer<Activity> each) {
    xml.toRoot();
    if (!xml.name().equals("iati-activities")) {
      throw new RefusedFileException(
          FileRefusal.FILE_NOT_SUPPORTED, "the root element is not iati-activities");
    }
    version = xml.attribute("version");
    if (version != null && !List.of("2.01", "2.02", "2.03").contains(version)) {
      throw new RefusedFileException(
          FileRefusal.FILE_NOT_SUPPORTED, "only IATI 2.01, 2.02 and 2.03 are supported");
    }
    while (xml.toChild(1)) {
      xml.beginRecord();
      if (xml.name().equals("iati-activity")) {
        each.accept(activity());
      } else {
        xml.skip();
      }
    }
    xml.toEnd();
  }

  private Activity activity() {
    Draft draft = new Draft(xml.attribute("default-currency"), xml.language());
    int depth = xml.depth();
    while (xml.toChild(depth)) {
      switch (xml.name()) {
        case "iati-identifier" -> draft.id(xml.text());
        case "reporting-org" -> draft.reporter(side("", draft.language));
        case "participating-org" -> draft.participants.add(side("", draft.language));
        case "title" -> draft.titles.addAll(narratives(draft.language));
        case "description" -> draft.descriptions.addAll(narratives(draft.language));
        case "related-activity" -> related(draft);
        case "transaction" ->
            draft.transactions.add(transaction(draft.transactions.size() + 1, draft.language));
        default -> xml.skip();
      }
    }
    return draft.build(++activities);
  }

  private void related(Draft draft) {
    String ref = xml.attribute("ref");
    if (ref != null && "1".equals(xml.attribute("type"))) {
      draft.parents.add(ref);
    }
    xml.skip();
  }

  private Transaction transaction(int number, @Nullable String language) {
    String type = null;
    String date = null;
    String value = null;
    String currency = null;
    Side provider = null;
    Side receiver = null;
    List<Narrative> descriptions = new ArrayList<>();
    int types = 0;
    int dates = 0;
    int values = 0;
    int depth = xml.depth();
    while (xml.toChild(depth)) {
      switch (xml.name()) {
        case "transaction-type" -> {
          type = xml.attribute("code");
          types++;
          xml.skip();
        }
        case "transaction-date" -> {
          date = xml.attribute("iso-date");
          dates++;
          xml.skip();
        }
        case "value" -> {
          currency = xml.attribute("currency");
          value = xml.text();
          values++;
        }
        case "provider-org" -> provider = side("provider-activity-id", language);
        case "receiver-org" -> receiver = side("receiver-activity-id", language);
        case "description" -> descriptions.addAll(narratives(language));
        default -> xml.skip();
      }
    }
    boolean ambiguous = types > 1 || dates > 1 || values > 1;
    return new Transaction(
        number, type, date, value, currency, provider, receiver, descriptions, ambiguous);
  }

  private Side side(String activityAttribute, @Nullable String language) {
    String ref = xml.attribute("ref");
    String type = xml.attribute("type");
    String activity = activityAttribute.isEmpty() ? null : xml.attribute(activityAttribute);
    return new Side(ref, activity, type, narratives(language));
  }

  private List<Narrative> narratives(@Nullable String inherited) {
    String own = xml.language();
    String language = own == null ? inherited : own;
    List<Narrative> all = new ArrayList<>();
    int depth = xml.depth();
    while (xml.toChild(depth)) {
      if (xml.name().equals("narrative") && all.size() < MAX_NARRATIVES) {
        String special = xml.language();
        String text = xml.text();
        if (!text.isEmpty()) {
          all.add(new Narrative(special == null ? language : special, text));
        }
      } else {
        xml.skip();
      }
    }
    return all;
  }

  /** An activity while its elements are read. */
  private static final class Draft {
    private final @Nullable String currency;
    private final @Nullable String language;
    private @Nullable String id;
    private @Nullable Side reporter;
    private final List<Narrative> titles = new ArrayList<>();
    private final List<Narrative> descriptions = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();
    private final List<Side> participants = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();

    Draft(@Nullable String currency, @Nullable String language) {
      this.currency = currency;
      this.language = language;
    }

    void id(String text) {
      if (id == null && !text.isEmpty()) {
        id = text;
      }
    }

    void reporter(Side side) {
      if (reporter == null) {
        reporter = side;
      }
    }

    Activity build(int number) {
      return new Activity(
          number,
          id,
          reporter,
          titles,
          descriptions,
          currency,
          parents,
          participants,
          transactions);
    }
  }
}
