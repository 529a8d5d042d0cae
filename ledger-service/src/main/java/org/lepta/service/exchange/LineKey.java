package org.lepta.service.exchange;

/**
 * Names a line of a publisher, over all files.
 *
 * @param statedBy the publisher's organisation id
 * @param id the line's id
 */
public record LineKey(String statedBy, String id) {}
