package org.lepta.service.trail;

/**
 * By how much the units of an entry in its pool differ from those on the fund's line.
 *
 * @param leaf the entry that changed it
 * @param part number among what it changed, from 0
 * @param paid whether a payment's units are meant, or else a gift's
 * @param act the refund or correction whose work this is, or undoes
 * @param source the payment or gift
 * @param amount ten-thousandths more, or below zero less
 */
record PoolChange(
    long line, long leaf, int part, boolean paid, long act, long source, long amount) {}
