package org.lepta.service.transparency.log;

/** Stands for a kill of the process: nothing catches it, so nothing is done after it. */
final class KilledException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
