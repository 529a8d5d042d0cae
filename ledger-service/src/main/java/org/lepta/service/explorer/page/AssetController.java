package org.lepta.service.explorer.page;

import org.lepta.ui.Assets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Styles and pictures of the pages; each name holds a hash of its content. */
@Controller
class AssetController {

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> asset(@PathVariable String name) {
    return Assets.find("/assets/" + name)
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
