package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;

/**
 * What world state holds under a key.
 *
 * @param value never empty: to Fabric an empty value is a deletion
 * @param policy the key's endorsement policy; empty if it has none
 * @param version where value or policy was last written
 */
record StateValue(ByteString value, ByteString policy, Version version) {}
