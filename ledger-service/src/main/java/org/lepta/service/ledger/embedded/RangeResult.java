package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.List;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** The keys and values of a range, read whole; nothing to close. */
final class RangeResult
    implements QueryResultsIterator<KeyValue>, QueryResultsIteratorWithMetadata<KeyValue> {
  private final List<KeyValue> rows;
  private final String bookmark;

  /** Creates the result; the bookmark is the key where the next page begins, empty at the end. */
  RangeResult(List<KeyValue> rows, String bookmark) {
    this.rows = rows;
    this.bookmark = bookmark;
  }

  /** A key with its value. */
  record Row(String key, ByteString value) implements KeyValue {
    @Override
    public String getKey() {
      return key;
    }

    @Override
    public byte[] getValue() {
      return value.toByteArray();
    }

    @Override
    public String getStringValue() {
      return value.toStringUtf8();
    }
  }

  @Override
  public Iterator<KeyValue> iterator() {
    return rows.iterator();
  }

  @Override
  public QueryResponseMetadata getMetadata() {
    return QueryResponseMetadata.newBuilder()
        .setFetchedRecordsCount(rows.size())
        .setBookmark(bookmark)
        .build();
  }

  @Override
  public void close() {
    // All rows are in memory already.
  }
}
