package org.lepta.service.ledger;

/**
 * An endorsement policy that a transaction put on a key.
 *
 * @param key state key
 * @param policy Fabric's {@code SignaturePolicyEnvelope}; empty if the policy was taken away
 */
public record KeyPolicyWrite(String key, Bytes policy) {}
