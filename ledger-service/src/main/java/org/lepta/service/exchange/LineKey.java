package org.lepta.service.exchange;

/**
 * Names a record of a publisher, over all files: a grant, or an activity with its transactions.
 *
 * @param statedBy the publisher's organisation id
 * @param id the record's id
 */
public record LineKey(String statedBy, String id) {}
