package org.lepta.service.indexing.read;

/** The figures of a fund in one unit. */
public record FundFigures(String fund, Totals totals) {}
