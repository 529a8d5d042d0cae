package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import org.lepta.service.ledger.Bytes;

/**
 * A transaction ready to be ordered.
 *
 * @param envelope signed, as it will stand in the block
 * @param call its parts, with the state-free checks done
 * @param payload what the contract returned
 */
record Endorsed(ByteString envelope, CheckedCall call, Bytes payload) {
  String txId() {
    return call.call().channel().getTxId();
  }
}
