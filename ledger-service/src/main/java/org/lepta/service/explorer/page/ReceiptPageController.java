package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.explorer.SiteAddress;
import org.lepta.service.explorer.receipt.ReceiptAddress;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.text.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Donors' links. The address without a language stays as it is, since it stands on paper; the page
 * is kept by no cache and no search engine, and its address is told to no other site.
 */
@Controller
class ReceiptPageController {

  private static final String PATH = "/r/";

  private final PageHandler handler;
  private final ReceiptAddress addresses;
  private final ReceiptPages pages;
  private final SiteAddress site;

  ReceiptPageController(
      PageHandler handler, ReceiptAddress addresses, Sources sources, SiteAddress site) {
    this.handler = handler;
    this.site = site;
    this.addresses = addresses;
    this.pages = new ReceiptPages(sources);
  }

  @GetMapping(PATH + "{code}")
  ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) {
    return page(code, AcceptedLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), request);
  }

  @GetMapping("/{language:ru|en}" + PATH + "{code}")
  ResponseEntity<String> page(
      @PathVariable String language, @PathVariable String code, HttpServletRequest request) {
    return page(code, Language.find(language).orElseThrow(), request);
  }

  private ResponseEntity<String> page(String code, Language in, HttpServletRequest request) {
    EntryRecord entry =
        addresses
            .ofCode(code)
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("No gift has this code."));
    if (entry.kind() != Kind.DONATION) {
      return ResponseEntity.status(HttpStatus.FOUND)
          .location(URI.create(in.path("/entries/" + entry.index())))
          .build();
    }
    String address = site.now() + PATH + code;
    ResponseEntity<String> page =
        handler.answerWithScript(
            request, in, standing -> pages.html(standing, in, entry, PATH + code, address));
    HttpHeaders headers = new HttpHeaders(page.getHeaders());
    headers.setCacheControl("private, no-store");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Robots-Tag", "noindex");
    return new ResponseEntity<>(page.getBody(), headers, page.getStatusCode());
  }
}
