package org.lepta.service.indexing.matching;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.Optional;

/**
 * Which two statements may be about the same money: at least one side names the other's fund or its
 * owner, and neither names somebody else who speaks on this ledger; their amounts differ by at most
 * one whole unit and their dates by at most {@link #MAX_DAYS} days. Statements that name the same
 * pass-on belong together whatever their amounts.
 */
final class Candidates {

  static final int MAX_DAYS = 92;

  /** One whole unit. */
  static final long MAX_DIFFERENCE = 10_000;

  private Candidates() {}

  static Optional<Candidate> of(StatementLine giver, StatementLine receiver, FundsHere here) {
    if (!giver.gives()
        || receiver.gives()
        || !giver.unit().equals(receiver.unit())
        || giver.fund().equals(receiver.fund())) {
      return Optional.empty();
    }
    if (giver.link() != null || receiver.link() != null) {
      return linked(giver, receiver);
    }
    return giver.pairable() && receiver.pairable() && isSameAmount(giver, receiver)
        ? named(giver, receiver, here)
        : Optional.empty();
  }

  private static Optional<Candidate> linked(StatementLine giver, StatementLine receiver) {
    boolean same =
        giver.link() != null
            && giver.link().equals(receiver.link())
            && receiver.fund().equals(giver.namedFund())
            && (receiver.namedFund() == null || receiver.namedFund().equals(giver.fund()));
    return same
        ? Optional.of(
            new Candidate(
                giver.leaf(),
                receiver.leaf(),
                Candidate.LINKED,
                Math.abs(giver.amount() - receiver.amount()),
                0))
        : Optional.empty();
  }

  private static boolean isSameAmount(StatementLine giver, StatementLine receiver) {
    return giver.amount() != 0
        && Long.signum(giver.amount()) == Long.signum(receiver.amount())
        && Math.abs(giver.amount() - receiver.amount()) <= MAX_DIFFERENCE;
  }

  private static Optional<Candidate> named(
      StatementLine giver, StatementLine receiver, FundsHere here) {
    if (giver.happened() == null || receiver.happened() == null) {
      return Optional.empty();
    }
    long days = Math.abs(DAYS.between(giver.happened(), receiver.happened()));
    if (days > MAX_DAYS) {
      return Optional.empty();
    }
    Naming there = Naming.of(giver, receiver, here);
    Naming back = Naming.of(receiver, giver, here);
    boolean named = there.isNamed() || back.isNamed();
    if (!named || there == Naming.ANOTHER || back == Naming.ANOTHER) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            giver.leaf(),
            receiver.leaf(),
            (int) days,
            Math.abs(giver.amount() - receiver.amount()),
            there.strength() + back.strength()));
  }
}
