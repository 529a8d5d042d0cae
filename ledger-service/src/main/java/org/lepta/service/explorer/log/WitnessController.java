package org.lepta.service.explorer.log;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lepta.service.explorer.OwnWitness;
import org.lepta.service.transparency.proof.WitnessRequest;
import org.lepta.service.transparency.witness.Witness;
import org.lepta.service.transparency.witness.WitnessAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service as a witness of the other members' logs (C2SP tlog-witness v1.0.0): it cosigns the
 * roots that it computed from its own blocks, and no others.
 */
@RestController
class WitnessController {

  private static final String TEXT = "text/plain;charset=utf-8";

  private final OwnWitness witness;

  WitnessController(OwnWitness witness) {
    this.witness = witness;
  }

  @PostMapping(OwnWitness.ADD_CHECKPOINT)
  ResponseEntity<byte[]> addCheckpoint(HttpServletRequest request) throws IOException {
    Optional<Witness> own = witness.witness();
    if (own.isEmpty()) {
      return notFound();
    }
    byte[] body = request.getInputStream().readNBytes(WitnessRequest.MAX_BYTES + 1);
    WitnessAnswer answer = own.get().addCheckpoint(body);
    return answer(answer.status(), answer.contentType(), answer.body());
  }

  @GetMapping(OwnWitness.PREFIX + "/{hash}/checkpoint")
  ResponseEntity<byte[]> latest(@PathVariable("hash") String hash) throws IOException {
    Optional<Witness> own = witness.witness();
    Optional<byte[]> note = own.isEmpty() ? Optional.empty() : own.get().latest(hash);
    return note.map(bytes -> answer(200, TEXT, bytes)).orElseGet(WitnessController::notFound);
  }

  private static ResponseEntity<byte[]> notFound() {
    byte[] text = "NOT_FOUND: nothing is cosigned here\n".getBytes(StandardCharsets.UTF_8);
    return answer(404, TEXT, text);
  }

  private static ResponseEntity<byte[]> answer(int status, String type, byte[] body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType(type))
        .header("X-Content-Type-Options", "nosniff")
        .body(body);
  }
}
