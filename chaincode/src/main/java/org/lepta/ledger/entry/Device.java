package org.lepta.ledger.entry;

/**
 * Registers a person's public key under a random handle. Its header id is the device handle.
 *
 * @param person random handle
 * @param organisation whose person it is
 * @param publicKey base64url without padding of the P-256 SubjectPublicKeyInfo
 * @param relyingParty SHA-256 of the relying party id
 */
public record Device(String person, String organisation, String publicKey, Hash relyingParty)
    implements Note {}
