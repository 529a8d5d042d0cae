package org.lepta.service.ledger;

/** Starts the test contract as a process of its own, as a peer launches it. */
public final class TestContractMain {

  private TestContractMain() {}

  /** Runs until the peer ends it. */
  public static void main(String[] args) {
    new TestContract().start(args);
  }
}
