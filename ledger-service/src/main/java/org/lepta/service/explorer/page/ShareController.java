package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.text.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What others show of a fund or an organisation on their own pages: a feed, a badge, a picture. */
@Controller
class ShareController {

  private static final String FUND = "/{language:ru|en}/funds/{key}";
  private static final String ORGANISATION = "/{language:ru|en}/organisations/{key}";

  private static final String SVG = "image/svg+xml;charset=UTF-8";

  private final PageHandler handler;
  private final FeedPages feeds;
  private final BadgePages badges;
  private final FlowPages flows;

  ShareController(PageHandler handler, Sources sources) {
    this.handler = handler;
    this.feeds = new FeedPages(sources);
    this.badges = new BadgePages(sources);
    this.flows = new FlowPages(sources);
  }

  @GetMapping(FUND + "/feed.atom")
  ResponseEntity<byte[]> fundFeed(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    return file(
        language, key, request, FeedPages.MEDIA_TYPE, (standing, in, id) -> feeds.ofFund(in, id));
  }

  @GetMapping(ORGANISATION + "/feed.atom")
  ResponseEntity<byte[]> organisationFeed(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    return file(
        language,
        key,
        request,
        FeedPages.MEDIA_TYPE,
        (standing, in, id) -> feeds.ofOrganisation(in, id));
  }

  @GetMapping(FUND + "/badge.svg")
  ResponseEntity<byte[]> badge(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    return file(language, key, request, SVG, badges::svg);
  }

  /** The only page that others may show in a frame. */
  @GetMapping(FUND + "/embed")
  ResponseEntity<byte[]> embed(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    ResponseEntity<byte[]> page = file(language, key, request, Pages.MEDIA_TYPE, flows::embedded);
    return ResponseEntity.status(page.getStatusCode())
        .headers(headers -> {
          headers.addAll(page.getHeaders());
          headers.set("Content-Security-Policy", Pages.CONTENT_SECURITY_POLICY_IN_FRAMES);
        })
        .body(page.getBody());
  }

  @FunctionalInterface
  private interface Maker {
    String make(Standing standing, Language language, Key key);
  }

  private ResponseEntity<byte[]> file(
      String language, String key, HttpServletRequest request, String type, Maker maker) {
    Language in =
        Language.find(language)
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such page."));
    Key id = PageController.key(key);
    return handler.file(
        request,
        in,
        type,
        standing -> maker.make(standing, in, id).getBytes(StandardCharsets.UTF_8));
  }
}
