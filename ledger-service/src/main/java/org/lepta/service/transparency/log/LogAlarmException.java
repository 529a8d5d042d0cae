package org.lepta.service.transparency.log;

/** Signing must stop, or cannot begin. */
public final class LogAlarmException extends Exception {

  private static final long serialVersionUID = 1L;

  private final LogAlarm alarm;

  LogAlarmException(LogAlarm alarm, String detail) {
    super(detail);
    this.alarm = alarm;
  }

  LogAlarmException(LogAlarm alarm, String detail, Throwable cause) {
    super(detail, cause);
    this.alarm = alarm;
  }

  /** Returns why. */
  public LogAlarm alarm() {
    return alarm;
  }
}
