package org.lepta.service.explorer.log;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.log.ClosedLog;
import org.lepta.service.transparency.log.TransparencyLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The log's files for everybody. */
@RestController
class LogController {

  private static final String PREFIX = "/log/";
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final String BRIEFLY = "public, max-age=2";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String PREVIOUS = PREFIX + "previous/";

  private final TransparencyLog log;
  private final ClosedLog previous;

  LogController(TransparencyLog log, ClosedLog previous) {
    this.log = log;
    this.previous = previous;
  }

  @GetMapping(PREFIX + "checkpoint")
  ResponseEntity<byte[]> checkpoint() throws IOException {
    return log.checkpoint()
        .map(note -> answer(note, TEXT, BRIEFLY))
        .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("No checkpoint is published yet."));
  }

  /** The first checkpoint behind a draw note, on which an auditor's sample rests. */
  @GetMapping(PREFIX + "draw/{leaf:0|[1-9][0-9]{0,17}}")
  ResponseEntity<byte[]> afterDraw(@PathVariable("leaf") long leaf) throws IOException {
    return log.afterDraw(leaf)
        .map(note -> answer(note, TEXT, FOR_EVER))
        .orElseThrow(() ->
            ReadCode.NOT_FOUND.refusal("No checkpoint is kept for a draw at this leaf index."));
  }

  /** The last checkpoint of a key that was replaced, by which a reader follows to the next one. */
  @GetMapping(PREFIX + "key-change/{leaf:0|[1-9][0-9]{0,17}}")
  ResponseEntity<byte[]> keyChange(@PathVariable("leaf") long leaf) throws IOException {
    return log.keyChange(leaf)
        .map(note -> answer(note, TEXT, FOR_EVER))
        .orElseThrow(() ->
            ReadCode.NOT_FOUND.refusal("The entry at this leaf index changed no key of this log."));
  }

  /** What a reader may copy who knows this service; who does not should ask for it elsewhere. */
  @GetMapping(PREFIX + "policy")
  ResponseEntity<byte[]> policy() {
    return log.readersPolicy()
        .map(policy -> answer(policy.getBytes(StandardCharsets.UTF_8), TEXT, BRIEFLY))
        .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("The log has no key to sign with."));
  }

  /** The address is taken as it was sent: nothing is decoded, so nothing can be smuggled in. */
  @GetMapping({PREFIX + "tile", PREFIX + "tile/**"})
  ResponseEntity<byte[]> tile(HttpServletRequest request) throws IOException {
    return tile(log.tile(below(PREFIX, request)));
  }

  /** What the log that this one continues has published last. */
  @GetMapping(PREVIOUS + "checkpoint")
  ResponseEntity<byte[]> previousCheckpoint() throws IOException {
    return previous
        .checkpoint()
        .map(note -> answer(note, TEXT, FOR_EVER))
        .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("No previous log is kept here."));
  }

  @GetMapping({PREVIOUS + "tile", PREVIOUS + "tile/**"})
  ResponseEntity<byte[]> previousTile(HttpServletRequest request) throws IOException {
    return tile(previous.tile(below(PREVIOUS, request)));
  }

  private static String below(String prefix, HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length() + prefix.length());
  }

  private static ResponseEntity<byte[]> tile(Optional<Path> file) throws IOException {
    try {
      byte[] tile = Files.readAllBytes(file.orElseThrow(LogController::noTile));
      return answer(tile, MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
    } catch (NoSuchFileException e) {
      throw noTile();
    }
  }

  private static RefusalException noTile() {
    return ReadCode.NOT_FOUND.refusal(
        "The log has no such tile; a partial one may be gone since the full one is there.");
  }

  private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type, String caching) {
    return ResponseEntity.ok()
        .contentType(type)
        .eTag('"' + Sha256.digest(bytes).hex() + '"')
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }
}
