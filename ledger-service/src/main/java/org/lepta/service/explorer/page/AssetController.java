package org.lepta.service.explorer.page;

import org.lepta.ui.Assets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Styles, scripts and pictures of the pages; each path holds a hash of its content. */
@Controller
class AssetController {

  @GetMapping("/assets/{*path}")
  ResponseEntity<byte[]> asset(@PathVariable String path) {
    return Assets.find("/assets" + path)
        .map(AssetController::answer)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> answer(Assets.Asset asset) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, asset.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, Assets.CACHE_CONTROL)
        .header("X-Content-Type-Options", "nosniff")
        .body(asset.bytes());
  }
}
