package org.lepta.ledger.entry;

/**
 * A person's signature over a release, made on the person's own device (WebAuthn assertion, ES256).
 *
 * @param release id of the release
 * @param hash SHA-256 of the release (docs/reference/leaf-format)
 * @param person random handle
 * @param device id of the registered device
 * @param authenticatorData base64url without padding
 * @param clientData base64url without padding of the client data JSON
 * @param signature base64url without padding of the DER signature
 */
public record Approval(
    String fund,
    String release,
    Hash hash,
    String person,
    String device,
    String authenticatorData,
    String clientData,
    String signature)
    implements Note {}
