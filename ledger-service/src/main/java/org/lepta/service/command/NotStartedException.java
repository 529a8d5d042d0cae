package org.lepta.service.command;

/** The service did not start; why has been told already. */
final class NotStartedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotStartedException(RuntimeException cause) {
    super("the service did not start", cause);
  }
}
