package org.lepta.service.ledger;

/**
 * The contract answered.
 *
 * @param payload what it returned
 */
public record Answer(Bytes payload) implements Evaluation {}
