package org.lepta.service.indexing.read;

/**
 * The chaincode's build as the log names it.
 *
 * @param sha256 of the jar, 64 hexadecimal digits
 * @param leaf index of the genesis or epoch that names it
 */
public record RecordedBuild(String sha256, long leaf) {}
