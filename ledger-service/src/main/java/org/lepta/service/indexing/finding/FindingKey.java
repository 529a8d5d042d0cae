package org.lepta.service.indexing.finding;

/**
 * What stands out by which rule.
 *
 * @param leaf the entry that shows it
 */
public record FindingKey(FindingRule rule, long leaf, String unit) {}
