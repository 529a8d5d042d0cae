package org.lepta.service.anchoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.tiles.DurableFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Remembers what was sent, and what contradicted. One thread at a time. */
final class SubmissionFile {

  private static final String NAME = "submission.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DurableFiles files;

  private SubmissionFile(DurableFiles files) {
    this.files = files;
  }

  static SubmissionFile open(Path folder) throws IOException {
    return new SubmissionFile(DurableFiles.open(folder));
  }

  /** Reads it; nothing where nothing was sent. */
  Optional<Submission> read() throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path()), SubmissionJson.class).value());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // Of any kind, since a file that somebody changed may hold anything.
      throw new IOException(NAME + " cannot be read; deleting it does no harm", e);
    }
  }

  /** Replaces it; durable on return, so that it may be sent. */
  void write(Submission submission) throws IOException {
    files.write(NAME, JSON.writeValueAsBytes(SubmissionJson.of(submission)));
  }

  void delete() throws IOException {
    Files.deleteIfExists(path());
  }

  /**
   * Keeps what the contract holds against the log; durable on return.
   *
   * @return its name below the folder of data, for people
   */
  String keepContradiction(ContractAddress contract, Head head, Sha256 own) throws IOException {
    ObjectNode evidence = JSON.createObjectNode();
    evidence.put("chainId", contract.chainId()).put("contract", contract.address());
    evidence.put("block", head.block()).put("time", head.time().toString());
    evidence.put("size", head.size()).put("root", head.root().hex()).put("ownRoot", own.hex());
    byte[] bytes = evidence.toString().getBytes(StandardCharsets.UTF_8);
    String name = "contradiction-" + Sha256.digest(bytes).hex() + ".json";
    files.write(name, bytes);
    return files.root().getFileName() + "/" + name;
  }

  private Path path() {
    return files.root().resolve(NAME);
  }
}
