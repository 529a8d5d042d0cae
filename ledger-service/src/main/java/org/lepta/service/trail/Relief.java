package org.lepta.service.trail;

/**
 * Uncovered units of a payment that were taken back before any given unit covered them.
 *
 * @param spent number of the payment in the spent line
 * @param spentOffset place of the first unit in that payment
 * @param amount how many units, in ten-thousandths
 * @param leaf the entry that took them back
 */
record Relief(long line, long spent, long spentOffset, long amount, long leaf) {}
