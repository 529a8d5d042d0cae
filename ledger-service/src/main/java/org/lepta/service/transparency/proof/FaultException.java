package org.lepta.service.transparency.proof;

/** Something from outside was refused. Checked, so that no caller can overlook it. */
public final class FaultException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The line of a fault that belongs to no line. */
  public static final int NO_LINE = 0;

  private final Fault fault;
  private final int line;

  /** Says what is wrong, in a sentence that never repeats what was sent. */
  public FaultException(Fault fault, String detail) {
    this(fault, NO_LINE, detail);
  }

  /** Says what is wrong in which line, counted from 1. */
  public FaultException(Fault fault, int line, String detail) {
    super(detail);
    this.fault = fault;
    this.line = line;
  }

  /** Returns the stable code. */
  public Fault fault() {
    return fault;
  }

  /** Returns the line of the input that is wrong, from 1; {@link #NO_LINE} if it is no one line. */
  public int line() {
    return line;
  }

  /** Returns the sentence that says what is wrong. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Returns the same fault where the input is a part of a file and begins after some lines. */
  FaultException after(int lines) {
    return line == NO_LINE ? this : at(line + lines);
  }

  /** Returns the same fault at a line. */
  FaultException at(int where) {
    FaultException moved = new FaultException(fault, where, detail());
    moved.initCause(this);
    return moved;
  }
}
