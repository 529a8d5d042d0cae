package org.lepta.service.network;

/**
 * The chaincode's definition as the channel has it.
 *
 * @param sequence 1 for the first, one more with every upgrade
 * @param version SHA-256 of the jar, hexadecimal
 */
public record Definition(long sequence, String version) {}
