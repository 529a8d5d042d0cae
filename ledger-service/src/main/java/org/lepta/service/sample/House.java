package org.lepta.service.sample;

/** One foundation with all that goes on in it. */
record House(
    Desk desk, Gifts gifts, Payments payments, Awards awards, Reports reports, Costs costs) {

  static House of(FoundationCard card, long seed) {
    Desk desk = new Desk(card, seed);
    Payments payments = new Payments(desk);
    return new House(
        desk,
        new Gifts(desk),
        payments,
        new Awards(desk, payments),
        new Reports(desk),
        new Costs(desk));
  }
}
