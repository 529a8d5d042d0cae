package org.lepta.service.trail;

import org.jspecify.annotations.Nullable;

/**
 * Given units drawn by a payment. Never changed; units that came back are pieces of their own.
 *
 * @param given number of the piece in the given line
 * @param givenOffset place of the first unit in that piece
 * @param spent number of the payment in the spent line
 * @param spentOffset place of the first unit in that payment
 * @param amount how many units, in ten-thousandths
 * @param payment leaf index of the payment
 * @param leaf the entry that brought both together: the later of payment and piece
 * @param origin where the units stem from; absent where it is not stated
 */
record Draw(
    long line,
    long given,
    long givenOffset,
    long spent,
    long spentOffset,
    long amount,
    long payment,
    long leaf,
    @Nullable Origin origin) {}
