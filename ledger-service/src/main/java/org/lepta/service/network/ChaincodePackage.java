package org.lepta.service.network;

import java.nio.charset.StandardCharsets;
import org.lepta.service.kernel.Sha256;

/**
 * A chaincode package of our own type: {@code metadata.json} and {@code code.tar.gz}, which holds
 * {@code chaincode.jar} as it is. The same jar and name give the same bytes everywhere, so members
 * who pack for themselves get the same package id.
 *
 * @param id what the members approve: label and SHA-256 of the package
 * @param version what the chaincode's definition states: SHA-256 of the jar, 64 hexadecimal digits
 * @param content the package
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ChaincodePackage(String id, String version, byte[] content) {
  private static final int VERSION_IN_LABEL = 12;

  static ChaincodePackage of(String name, byte[] jar) {
    String version = Sha256.digest(jar).hex();
    String label = name + '_' + version.substring(0, VERSION_IN_LABEL);
    String metadata = "{\"path\":\"\",\"type\":\"lepta-jar\",\"label\":\"" + label + "\"}";
    byte[] code = StoredGzip.of(new Tar().add("chaincode.jar", jar).end());
    byte[] content =
        StoredGzip.of(
            new Tar()
                .add("metadata.json", metadata.getBytes(StandardCharsets.US_ASCII))
                .add("code.tar.gz", code)
                .end());
    return new ChaincodePackage(label + ':' + Sha256.digest(content).hex(), version, content);
  }
}
