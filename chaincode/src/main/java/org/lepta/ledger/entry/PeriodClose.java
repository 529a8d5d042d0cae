package org.lepta.ledger.entry;

import java.time.LocalDate;

/**
 * Closes a fund's books up to a date: nothing later may be booked on or before it.
 *
 * @param fund the fund whose books are closed
 * @param upTo last day of the closed period
 */
public record PeriodClose(String fund, LocalDate upTo) implements Body {}
