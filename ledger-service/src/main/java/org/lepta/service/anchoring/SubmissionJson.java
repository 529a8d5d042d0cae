package org.lepta.service.anchoring;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.lepta.service.kernel.Sha256;

/** The form of a submission in its file. */
record SubmissionJson(
    long oldSize,
    long size,
    String root,
    String nonce,
    String data,
    String gas,
    String mostFee,
    String tip,
    String raw,
    List<String> earlier,
    String since,
    String sent) {

  static SubmissionJson of(Submission value) {
    return new SubmissionJson(
        value.oldSize(),
        value.size(),
        value.root().hex(),
        value.nonce().toString(),
        value.data(),
        value.gas().toString(),
        value.mostFee().toString(),
        value.tip().toString(),
        value.raw(),
        value.earlier(),
        value.since().toString(),
        value.sent().toString());
  }

  Submission value() {
    return new Submission(
        oldSize,
        size,
        Sha256.ofHex(root),
        new BigInteger(nonce),
        data,
        new BigInteger(gas),
        new BigInteger(mostFee),
        new BigInteger(tip),
        raw,
        earlier,
        Instant.parse(since),
        Instant.parse(sent));
  }
}
