package org.lepta.service.explorer.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lepta.service.anchoring.Anchors;
import org.lepta.service.indexing.read.ReadCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The timestamp tokens, each beside the checkpoint that it is over, for everybody. */
@RestController
class TimestampController {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Anchors anchors;

  TimestampController(Anchors anchors) {
    this.anchors = anchors;
  }

  @GetMapping("/log/timestamps/{name}")
  ResponseEntity<byte[]> file(@PathVariable("name") String name) throws IOException {
    Path file =
        anchors
            .timestamps()
            .flatMap(timestamps -> timestamps.file(name))
            .orElseThrow(
                () -> ReadCode.NOT_FOUND.refusal("No checkpoint of that size is stamped."));
    MediaType type =
        name.endsWith(".tsr")
            ? MediaType.parseMediaType("application/timestamp-reply")
            : MediaType.parseMediaType("text/plain;charset=utf-8");
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .header("X-Content-Type-Options", "nosniff")
        .body(Files.readAllBytes(file));
  }
}
