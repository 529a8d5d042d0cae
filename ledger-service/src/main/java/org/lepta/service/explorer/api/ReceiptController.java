package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.explorer.receipt.Passports;
import org.lepta.service.explorer.receipt.ReceiptAddress;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.passport.Passport;
import org.lepta.service.passport.PassportJson;
import org.lepta.service.passport.PassportPage;
import org.lepta.service.transparency.log.PublishedLeaf;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.ui.OfflineVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receipts and passports; their proofs are made from the published log's files alone. */
@RestController
class ReceiptController extends ReadController {

  static final String RECEIPT = "/api/v1/receipts/{key}";
  static final String PROOF = RECEIPT + ".tlog-proof";
  static final String ENTRY = RECEIPT + ".entry";
  static final String PASSPORT = RECEIPT + "/passport";
  static final String PASSPORT_PAGE = PASSPORT + ".html";

  private final ReceiptAddress addresses;
  private final Passports passports;
  private final Items items;
  private final TransparencyLog log;
  private final Clock clock;

  @Autowired
  ReceiptController(
      ReceiptAddress addresses, Passports passports, Items items, TransparencyLog log) {
    this.addresses = addresses;
    this.passports = passports;
    this.items = items;
    this.log = log;
    this.clock = Clock.systemUTC();
  }

  /** What a receipt is of; a donor's link leads to the same on a page. */
  @GetMapping(RECEIPT)
  void receipt(
      @PathVariable("key") String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Parameters.parse(request.getQueryString(), List.of());
    EntryRecord entry = addresses.entry(key);
    byte[] body =
        Answers.bytes(
            Answers.object()
                .put("leafIndex", entry.index())
                .put("published", log.leaf(entry.index()).isPresent())
                .set("entry", items.single(null, entry, null)));
    response.setContentType("application/json");
    send(response, body);
  }

  /** Gives out the code of an entry's link: to whoever may record, who hands it to the donor. */
  @PostMapping(RECEIPT)
  void issue(@PathVariable("key") String key, HttpServletResponse response) throws IOException {
    String code = addresses.code(addresses.entry(key));
    response.setContentType("application/json");
    send(response, Answers.bytes(Answers.object().put("code", code).put("page", "/r/" + code)));
  }

  @GetMapping(PROOF)
  void proof(@PathVariable("key") String key, HttpServletResponse response) throws IOException {
    PublishedLeaf leaf = leaf(key);
    byte[] file = new LogProof(leaf.proof(), leaf.checkpoint()).bytes();
    file(response, key + ".tlog-proof", "text/plain;charset=utf-8", file);
  }

  @GetMapping(ENTRY)
  void entry(@PathVariable("key") String key, HttpServletResponse response) throws IOException {
    file(response, key + ".entry", "application/json", leaf(key).bytes());
  }

  @GetMapping(PASSPORT)
  void passport(@PathVariable("key") String key, HttpServletResponse response) throws IOException {
    file(response, key + Passport.EXTENSION, "application/json", passport(key));
  }

  /** The passport inside the page that checks it, with the key of this log as an offer. */
  @GetMapping(PASSPORT_PAGE)
  void passportPage(@PathVariable("key") String key, HttpServletResponse response)
      throws IOException {
    String policy = log.readersPolicy().orElse("");
    String page = PassportPage.of(OfflineVerifier.html(), passport(key), policy);
    byte[] file = page.getBytes(StandardCharsets.UTF_8);
    file(response, key + Passport.PAGE_EXTENSION, "text/html;charset=utf-8", file);
  }

  private byte[] passport(String key) {
    EntryRecord gift = addresses.entry(key);
    if (gift.kind() != Kind.DONATION) {
      throw ReadCode.NOT_FOUND.refusal("Only donations have passports.");
    }
    return passports
        .find(gift.index())
        .map(PassportJson::write)
        .orElseThrow(() -> notPublished(gift));
  }

  private PublishedLeaf leaf(String key) {
    OptionalLong index = ReceiptAddress.leafIndex(key);
    if (index.isPresent()) {
      return log.leaf(index.getAsLong()).orElseThrow(() -> notPublished(addresses.entry(key)));
    }
    EntryRecord entry = addresses.entry(key);
    return log.leaf(entry.index()).orElseThrow(() -> notPublished(entry));
  }

  private RefusalException notPublished(EntryRecord entry) {
    Duration waiting = Duration.between(entry.committed(), clock.instant());
    return ReadCode.NOT_PUBLISHED.refusal(
        "The entry is recorded; a checkpoint over it, signed%s, has been due for %d s."
            .formatted(
                log.policy().asksForWitnesses() ? " and cosigned" : "",
                Math.max(0, waiting.toSeconds())));
  }

  /** The key has no character that a file name or a header may not have. */
  private static void file(HttpServletResponse response, String name, String type, byte[] file)
      throws IOException {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    send(response, file);
  }

  private static void send(HttpServletResponse response, byte[] body) throws IOException {
    response.setContentLength(body.length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(body);
  }
}
