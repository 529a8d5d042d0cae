package org.lepta.service.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.TextHash;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Lane;
import org.lepta.ledger.rule.Recorded;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/** A ledger in memory behind the intake: the real rules, and everything they accepted. */
final class RuleIntake implements Intake {

  private final Map<String, byte[]> state = new HashMap<>();
  private final Map<String, Entry> recorded = new HashMap<>();
  private final TreeMap<String, List<Entry>> byPublisherAndId = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<PlainText>> texts = new HashMap<>();
  private final String organisation;
  private int submissions;

  RuleIntake() {
    this("XI-TEST-1");
  }

  RuleIntake(String organisation) {
    this.organisation = organisation;
  }

  /** Everything on the ledger, in order. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The one entry of a qualified id. */
  Entry entry(String qualifiedId) {
    return entries.stream()
        .filter(e -> e.qualifiedId().equals(qualifiedId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entry " + qualifiedId));
  }

  /** The texts of an entry by role; the first of each. */
  Map<String, String> texts(String qualifiedId) {
    return texts.getOrDefault(qualifiedId, List.of()).stream()
        .collect(
            Collectors.toMap(
                PlainText::role, PlainText::text, (first, later) -> first, TreeMap::new));
  }

  List<PlainText> allTexts() {
    return texts.values().stream().flatMap(List::stream).toList();
  }

  int submissions() {
    return submissions;
  }

  @Override
  public synchronized Set<String> knownOrganisations(Collection<String> ids) {
    return ids.stream()
        .filter(id -> state.containsKey(StateKeys.organisation(id)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public synchronized Map<String, Entry> funds(Collection<String> ids) {
    Map<String, Entry> found = new HashMap<>();
    for (String id : ids) {
      byte[] card = state.get(StateKeys.fund(id));
      if (card != null) {
        found.put(id, EntryCodec.decode(card));
      }
    }
    return found;
  }

  @Override
  public synchronized List<Entry> lines(Collection<LineKey> keys) {
    List<Entry> found = new ArrayList<>();
    for (LineKey key : keys) {
      String own = key.statedBy() + '\0' + key.id();
      found.addAll(byPublisherAndId.getOrDefault(own, List.of()));
      byPublisherAndId.subMap(own + '#', own + '$').values().forEach(found::addAll);
    }
    return found;
  }

  @Override
  public synchronized List<Outcome> submit(List<Draft> drafts) {
    submissions++;
    Lane lane = new Lane(state::get, organisation, Instant.EPOCH);
    Batch batch = new Batch(key -> lane.state().get(key), organisation);
    List<Outcome> outcomes = new ArrayList<>();
    for (Draft draft : drafts) {
      Entry entry = withTexts(draft);
      Outcome outcome = isRepeated(entry);
      if (outcome instanceof Outcome.Recorded) {
        outcome =
            outcome(
                entry.body() instanceof Registration
                    ? lane.take(List.of(entry)).getFirst()
                    : batch.take(entry));
      }
      if (outcome instanceof Outcome.Recorded) {
        keep(entry, draft.texts());
      }
      outcomes.add(outcome);
    }
    state.putAll(lane.state().writes());
    return outcomes;
  }

  private Outcome isRepeated(Entry entry) {
    Entry first = recorded.get(entry.header().statedBy() + '\0' + entry.qualifiedId());
    if (first == null) {
      return new Outcome.Recorded();
    }
    try {
      Recorded.requireSame(first, entry);
      return new Outcome.Unchanged();
    } catch (RefusedException e) {
      return new Outcome.Refused(e.code().name(), e.detail());
    }
  }

  private static Outcome outcome(Result result) {
    return switch (result) {
      case Result.Recorded r -> new Outcome.Recorded();
      case Result.Repeated r -> new Outcome.Unchanged();
      case Result.Refused r -> new Outcome.Refused(r.code().name(), r.detail());
    };
  }

  private void keep(Entry entry, List<PlainText> plain) {
    recorded.put(entry.header().statedBy() + '\0' + entry.qualifiedId(), entry);
    entries.add(entry);
    texts.put(entry.qualifiedId(), plain);
    if (entry.body() instanceof Flow) {
      byPublisherAndId
          .computeIfAbsent(entry.header().statedBy() + '\0' + entry.id(), key -> new ArrayList<>())
          .add(entry);
    }
  }

  private static Entry withTexts(Draft draft) {
    Header header = draft.entry().header();
    List<TextHash> hashes =
        draft.texts().stream().map(t -> new TextHash(t.role(), hash(t.text()))).toList();
    return new Entry(header.with(hashes), draft.entry().body());
  }

  private static Hash hash(String text) {
    try {
      byte[] bytes = ("salt" + text).getBytes(StandardCharsets.UTF_8);
      return new Hash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
