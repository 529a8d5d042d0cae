package org.lepta.service.indexing.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.service.indexing.matching.Disagreement;
import org.lepta.service.indexing.matching.Disagreement.Place;
import org.lepta.service.indexing.matching.LineMatch;
import org.lepta.service.indexing.matching.MatchReader;
import org.springframework.stereotype.Component;

/** How the statements of two sides about the same money agree. Thread-safe. */
@Component
public final class Matches {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int PARTS = 5;
  private static final String NOT_OURS = "The cursor was not given out for this list.";

  private final Index index;
  private final Replay replay;

  public Matches(Index index, Replay replay) {
    this.index = index;
    this.replay = replay;
  }

  /** The match of those of these entries, by leaf index, of which there is one to tell. */
  public Map<Long, LineMatch> ofEntries(Collection<EntryRecord> entries) {
    List<Long> leaves = entries.stream().map(EntryRecord::index).toList();
    return leaves.isEmpty()
        ? Map.of()
        : index.connected(connection -> new MatchReader(connection).ofLines(leaves));
  }

  /** The match of one entry, as known at a size; null for now. None if there is none to tell. */
  public Optional<LineMatch> ofEntry(EntryRecord entry, @Nullable Long at) {
    return index.isNow(at)
        ? Optional.ofNullable(ofEntries(List.of(entry)).get(entry.index()))
        : replay.match(entry.index(), index.sizeAt(at));
  }

  /**
   * What givers state otherwise than the receivers, by unit, the largest first.
   *
   * @param after cursor of the part before; null for the first
   * @param at size of the log as known then; null for now
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#CURSOR_INVALID}
   */
  public Page<Disagreement> disagreements(@Nullable String after, @Nullable Long at, int limit) {
    Place place = after == null ? null : place(after);
    List<Disagreement> found =
        index.isNow(at)
            ? index.connected(c -> new MatchReader(c).disagreements(place, limit + 1))
            : replay.disagreements(index.sizeAt(at)).stream()
                .filter(each -> place == null || Place.ORDER.compare(each.place(), place) > 0)
                .limit(limit + 1L)
                .toList();
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), cursor(found.get(limit - 1).place()));
  }

  private static String cursor(Place last) {
    return Stream.of(
            last.unit(), last.amount().toString(), last.fund(), last.namedFund(), last.namedOrg())
        .map(part -> ENCODER.encodeToString(part.getBytes(UTF_8)))
        .collect(Collectors.joining("."));
  }

  private static Place place(String cursor) {
    try {
      List<String> parts =
          Arrays.stream(cursor.split("\\.", -1))
              .map(part -> new String(Base64.getUrlDecoder().decode(part), UTF_8))
              .toList();
      if (parts.size() == PARTS && parts.stream().allMatch(Entries::mayBeAnId)) {
        return new Place(
            parts.get(0), new BigInteger(parts.get(1)), parts.get(2), parts.get(3), parts.get(4));
      }
    } catch (IllegalArgumentException e) {
      throw ReadCode.CURSOR_INVALID.refusal(NOT_OURS);
    }
    throw ReadCode.CURSOR_INVALID.refusal(NOT_OURS);
  }

  /**
   * What a fund and others state about the money between them; conflicts and large sums first, of
   * each direction up to a hundred or so.
   *
   * @param at size of the log as known then; null for now
   */
  public List<Counterpart> ofFund(String fund, @Nullable Long at) {
    return index.isNow(at)
        ? index.connected(connection -> new MatchReader(connection).ofFund(fund))
        : replay.counterparts(fund, index.sizeAt(at));
  }
}
