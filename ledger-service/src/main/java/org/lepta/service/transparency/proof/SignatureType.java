package org.lepta.service.transparency.proof;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of signature that are made and checked here; each key makes one kind. */
public enum SignatureType {
  /** Ed25519 over the text of the note (C2SP signed-note): a log's own signature. */
  ED25519((byte) 0x01),
  /** Ed25519 over time and checkpoint (C2SP tlog-cosignature/v1): a witness's. */
  COSIGNATURE_V1((byte) 0x04);

  private final byte code;

  SignatureType(byte code) {
    this.code = code;
  }

  /** Returns the byte that stands for this kind in keys and key IDs. */
  public byte code() {
    return code;
  }

  static Optional<SignatureType> of(byte code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
