package org.lepta.service.audit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the conformance log anew; run it in the module's folder after a change that is meant. */
final class ConformanceVectorsMain {

  private ConformanceVectorsMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = ConformanceVectors.folder();
    TestLogs.publish(folder, ConformanceLedger.make().bytes());
    Files.write(folder.resolve("policy"), ConformanceVectors.policy());
    Files.write(
        folder.resolve("expected.json"),
        ConformanceVectors.expected(folder, ConformanceLedger.SIZE));
  }
}
