package org.lepta.service.ledger.fabric;

import org.lepta.service.ledger.Bytes;

/**
 * Where a peer's gateway answers.
 *
 * @param name name for people
 * @param mspId MSP id of the member that runs it
 * @param host host name or address to connect to
 * @param port port to connect to
 * @param serverName name that its TLS certificate must carry
 * @param authorities certificates in PEM that its TLS certificate must come from
 */
public record PeerAddress(
    String name, String mspId, String host, int port, String serverName, Bytes authorities) {}
