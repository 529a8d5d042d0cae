package org.lepta.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every entry carries.
 *
 * @param id the sender's name for this business fact, unique per {@code statedBy} and kind
 * @param statedBy id of the organisation whose statement it is
 * @param happenedOn when it happened, without time of day; absent where the source does not tell
 * @param decidedOn when a decision was taken
 * @param bookedOn the date in an open period under which a late fact is booked
 * @param actor random handle of the person who recorded a decision or gave an approval
 * @param source where an imported entry was read
 * @param texts salted hashes of titles, names, reasons and other free text that lies beside the log
 * @param evidence salted hashes of documents
 * @param moved leaf index of this entry in the previous log, where it was moved from one; from leaf
 *     version 2 on
 */
public record Header(
    String id,
    String statedBy,
    @Nullable LocalDate happenedOn,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate bookedOn,
    @Nullable String actor,
    @Nullable Source source,
    List<TextHash> texts,
    List<Hash> evidence,
    @Nullable Long moved) {

  public Header {
    texts = Lists.copy(texts);
    evidence = Lists.copy(evidence);
  }

  /** A header with nothing but its identity. */
  public static Header of(String id, String statedBy) {
    return new Header(id, statedBy, null, null, null, null, null, List.of(), List.of(), null);
  }

  public Header happened(@Nullable LocalDate date) {
    return new Header(
        id, statedBy, date, decidedOn, bookedOn, actor, source, texts, evidence, moved);
  }

  public Header decided(@Nullable LocalDate date) {
    return new Header(
        id, statedBy, happenedOn, date, bookedOn, actor, source, texts, evidence, moved);
  }

  public Header booked(@Nullable LocalDate date) {
    return new Header(
        id, statedBy, happenedOn, decidedOn, date, actor, source, texts, evidence, moved);
  }

  public Header by(@Nullable String person) {
    return new Header(
        id, statedBy, happenedOn, decidedOn, bookedOn, person, source, texts, evidence, moved);
  }

  public Header from(@Nullable Source origin) {
    return new Header(
        id, statedBy, happenedOn, decidedOn, bookedOn, actor, origin, texts, evidence, moved);
  }

  public Header with(List<TextHash> hashes) {
    return new Header(
        id, statedBy, happenedOn, decidedOn, bookedOn, actor, source, hashes, evidence, moved);
  }

  public Header proven(List<Hash> documents) {
    return new Header(
        id, statedBy, happenedOn, decidedOn, bookedOn, actor, source, texts, documents, moved);
  }

  public Header movedFrom(@Nullable Long leaf) {
    return new Header(
        id, statedBy, happenedOn, decidedOn, bookedOn, actor, source, texts, evidence, leaf);
  }
}
