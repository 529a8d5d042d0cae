package org.lepta.service.network;

import org.jspecify.annotations.Nullable;

/** A command on a network did not succeed; the message says what failed and what to do or read. */
public final class NetworkException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What failed; the names are stable. */
  public enum Code {
    /** Fabric's programs are not there or too old. */
    PROGRAMS_MISSING,
    /** There is no network in the folder. */
    NETWORK_MISSING,
    /** Another command works on the folder. */
    NETWORK_BUSY,
    /** The network was made in another way than is asked for now. */
    NETWORK_DIFFERS,
    /** The jar of the chaincode is not there. */
    CHAINCODE_MISSING,
    /** A port of the network is used by another process. */
    PORT_TAKEN,
    /** A node does not run or does not answer. */
    NODE_FAILED,
    /** One of Fabric's programs refused a step. */
    STEP_FAILED
  }

  private final Code code;

  NetworkException(Code code, String message) {
    this(code, message, null);
  }

  NetworkException(Code code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  /** Returns what failed. */
  public Code code() {
    return code;
  }
}
