package org.lepta.service.explorer.page;

import org.lepta.ui.OfflineVerifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The verifier as one file, to be kept; its hash stands on the page and in the log. */
@Controller
class VerifierController {

  static final String PATH = "/" + PagePaths.VERIFY + "/" + OfflineVerifier.FILE_NAME;

  @GetMapping(PATH)
  ResponseEntity<byte[]> file() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + OfflineVerifier.FILE_NAME + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .eTag('"' + OfflineVerifier.sha256() + '"')
        .header("X-Content-Type-Options", "nosniff")
        .body(OfflineVerifier.bytes());
  }
}
