package org.lepta.ledger;

/** A P-256 public key whose private key nobody has. */
final class PublicKeySample {

  static final String SPKI =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEh5lD9nE_j40yeH5L61eQgmgWBJW1zMbOERBrJiHdje51"
          + "vYTvCnI4e_n6jatxfHquUmSviHIqd8UMpslkthEIDA";

  private PublicKeySample() {}
}
