package org.lepta.service.ledger.embedded;

import java.util.List;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** The calls of the shim that the embedded ledger refuses, each with its reason. */
abstract class UnsupportedStub implements ChaincodeStub {

  static UnsupportedOperationException refuse(String what, String why) {
    return new UnsupportedOperationException(
        "the embedded ledger has no " + what + ": " + why + " (use a Fabric network for it)");
  }

  private static UnsupportedOperationException privateData() {
    return refuse("private data", "one keeper holds everything, so there is nobody to hide it from");
  }

  private static UnsupportedOperationException richQuery() {
    return refuse("rich query", "its result is not protected at commit");
  }

  @Override
  public final Response invokeChaincode(String name, List<byte[]> args, String channel) {
    throw refuse("call between contracts", "there is one contract on it");
  }

  @Override
  public final String getMspId() {
    throw refuse("MSP id of a peer", "one simulation serves all endorsers");
  }

  @Override
  public final QueryResultsIterator<KeyValue> getQueryResult(String query) {
    throw richQuery();
  }

  @Override
  public final QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(
      String query, int pageSize, String bookmark) {
    throw richQuery();
  }

  @Override
  public final QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
    throw refuse("history of a key", "the index keeps it, rebuilt from the blocks");
  }

  @Override
  public final byte[] getPrivateData(String collection, String key) {
    throw privateData();
  }

  @Override
  public final byte[] getPrivateDataHash(String collection, String key) {
    throw privateData();
  }

  @Override
  public final byte[] getPrivateDataValidationParameter(String collection, String key) {
    throw privateData();
  }

  @Override
  public final void putPrivateData(String collection, String key, byte[] value) {
    throw privateData();
  }

  @Override
  public final void setPrivateDataValidationParameter(
      String collection, String key, byte[] value) {
    throw privateData();
  }

  @Override
  public final void delPrivateData(String collection, String key) {
    throw privateData();
  }

  @Override
  public final void purgePrivateData(String collection, String key) {
    throw privateData();
  }

  @Override
  public final QueryResultsIterator<KeyValue> getPrivateDataByRange(
      String collection, String startKey, String endKey) {
    throw privateData();
  }

  @Override
  public final QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
      String collection, String compositeKey) {
    throw privateData();
  }

  @Override
  public final QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
      String collection, CompositeKey compositeKey) {
    throw privateData();
  }

  @Override
  public final QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
      String collection, String objectType, String... attributes) {
    throw privateData();
  }

  @Override
  public final QueryResultsIterator<KeyValue> getPrivateDataQueryResult(
      String collection, String query) {
    throw privateData();
  }
}
