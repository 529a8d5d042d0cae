package org.lepta.ui.view;

/**
 * A day of the ledger as a line of a list; the numbers are ready.
 *
 * @param size of the log at its end
 */
public record DayRow(Link day, String entries, String corrections, String late, String size) {}
