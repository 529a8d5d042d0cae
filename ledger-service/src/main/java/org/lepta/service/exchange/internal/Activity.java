package org.lepta.service.exchange.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IATI activity as given; contacts, documents, plans and results are not read.
 *
 * @param number among the file's activities, from 1
 * @param reporter the first reporting organisation
 * @param titles the texts of its title
 * @param parents references of type 1
 */
record Activity(
    int number,
    @Nullable String id,
    @Nullable Side reporter,
    List<Narrative> titles,
    List<Narrative> descriptions,
    @Nullable String currency,
    List<String> parents,
    List<Side> participants,
    List<Transaction> transactions) {

  /** An organisation at one side of a movement, or one that takes part. */
  record Side(
      @Nullable String ref,
      @Nullable String activity,
      @Nullable String type,
      List<Narrative> names) {}

  /**
   * A movement of money as given.
   *
   * @param number among the activity's transactions, from 1
   * @param ambiguous whether type, date or value stand there more than once
   */
  record Transaction(
      int number,
      @Nullable String type,
      @Nullable String date,
      @Nullable String value,
      @Nullable String currency,
      @Nullable Side provider,
      @Nullable Side receiver,
      List<Narrative> descriptions,
      boolean ambiguous) {}
}
