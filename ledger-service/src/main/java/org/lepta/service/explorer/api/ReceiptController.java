package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.transparency.log.PublishedLeaf;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.LogProof;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The two files of a receipt, made from the published log's files alone. */
@RestController
class ReceiptController extends ReadController {

  static final String PROOF = "/api/v1/receipts/{key}.tlog-proof";
  static final String ENTRY = "/api/v1/receipts/{key}.entry";

  private static final Pattern LEAF_INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Entries entries;
  private final TransparencyLog log;
  private final Clock clock;

  @Autowired
  ReceiptController(Entries entries, TransparencyLog log) {
    this.entries = entries;
    this.log = log;
    this.clock = Clock.systemUTC();
  }

  @GetMapping(PROOF)
  void proof(@PathVariable("key") String key, HttpServletResponse response) throws IOException {
    PublishedLeaf leaf = leaf(key);
    byte[] file = new LogProof(leaf.proof(), leaf.checkpoint()).bytes();
    write(response, key + ".tlog-proof", "text/plain;charset=utf-8", file);
  }

  @GetMapping(ENTRY)
  void entry(@PathVariable("key") String key, HttpServletResponse response) throws IOException {
    write(response, key + ".entry", "application/json", leaf(key).bytes());
  }

  private PublishedLeaf leaf(String key) {
    if (LEAF_INDEX.matcher(key).matches()) {
      long index = Long.parseLong(key);
      return log.leaf(index).orElseThrow(() -> notPublished(entries.find(index)));
    }
    String id = Key.parse(key).id();
    Optional<EntryRecord> entry =
        EntryController.mayBeAnId(id) ? entries.find(id) : Optional.empty();
    long index = entry.orElseThrow(ReadController::notFound).index();
    return log.leaf(index).orElseThrow(() -> notPublished(entry));
  }

  private RefusalException notPublished(Optional<EntryRecord> entry) {
    Duration waiting =
        Duration.between(entry.orElseThrow(ReadController::notFound).committed(), clock.instant());
    return ReadCode.NOT_PUBLISHED.refusal(
        "The entry is recorded; a checkpoint over it, signed%s, has been due for %d s."
            .formatted(
                log.policy().asksForWitnesses() ? " and cosigned" : "",
                Math.max(0, waiting.toSeconds())));
  }

  /** The key has no character that a file name or a header may not have. */
  private static void write(HttpServletResponse response, String name, String type, byte[] file)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(file.length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    response.getOutputStream().write(file);
  }
}
