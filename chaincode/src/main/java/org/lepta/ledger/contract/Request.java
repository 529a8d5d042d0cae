package org.lepta.ledger.contract;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.ReleaseHash;
import tools.jackson.databind.JsonNode;

/**
 * A request as it arrived: its signer, its digest and its JSON.
 *
 * @param digest SHA-256 of the request's bytes
 */
record Request(JsonNode json, Hash digest) {

  /** Longest request, so that a block of one transaction stays within the preferred size. */
  static final int MAX_BYTES = 2 << 20;

  private static final String TRANSIENT_FIELD = "request";

  static Request of(ChaincodeStub stub) {
    byte[] bytes = stub.getTransient().get(TRANSIENT_FIELD);
    if (bytes == null) {
      throw new RefusedException(Code.REQUEST_MALFORMED, TRANSIENT_FIELD);
    }
    if (bytes.length > MAX_BYTES) {
      throw new RefusedException(Code.REQUEST_TOO_LARGE, TRANSIENT_FIELD);
    }
    try {
      return new Request(CanonicalJson.parse(bytes), digest(bytes));
    } catch (CodecException e) {
      throw new RefusedException(Code.REQUEST_MALFORMED, "not strict JSON");
    }
  }

  private static Hash digest(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(ReleaseHash.sha256(bytes)));
  }

  /** The MSP id of the identity that signed the transaction. */
  static String signerMsp(ChaincodeStub stub) {
    try {
      return SerializedIdentity.parseFrom(stub.getCreator()).getMspid();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new RefusedException(Code.NOT_A_MEMBER, "creator");
    }
  }

  /** The organisation named in the request, which must be the signer's. */
  String requireSigner(ChaincodeStub stub) {
    String organisation = text("organisation");
    boolean signs =
        Members.organisationOf(new CommittedState(stub), signerMsp(stub))
            .map(organisation::equals)
            .orElse(false);
    if (!signs) {
      throw new RefusedException(Code.NOT_A_MEMBER, "organisation");
    }
    return organisation;
  }

  String text(String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.isString()) {
      throw new RefusedException(Code.REQUEST_MALFORMED, field);
    }
    return value.asString();
  }

  /** An integer that canonical JSON can say again. */
  long number(String field, long least) {
    JsonNode value = json.get(field);
    if (value == null
        || !value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > CanonicalJson.MAX_INTEGER) {
      throw new RefusedException(Code.REQUEST_MALFORMED, field);
    }
    return value.longValue();
  }

  List<JsonNode> entries(int most) {
    JsonNode value = json.get("entries");
    if (value == null || !value.isArray()) {
      throw new RefusedException(Code.REQUEST_MALFORMED, "entries");
    }
    if (value.size() > most) {
      throw new RefusedException(Code.REQUEST_TOO_LARGE, "entries");
    }
    List<JsonNode> entries = new ArrayList<>(value.size());
    value.forEach(entries::add);
    return entries;
  }
}
