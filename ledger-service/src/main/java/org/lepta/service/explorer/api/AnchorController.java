package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.lepta.service.anchoring.Anchors;
import org.lepta.service.anchoring.ChainAnchor;
import org.lepta.service.anchoring.MemberSigner;
import org.lepta.service.indexing.read.ReadCode;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs roots for the contract that anchors the log: for whoever asks, since a member signs only
 * what it computed itself.
 */
@RestController
class AnchorController extends ReadController {

  static final String SIGNATURES = MemberSigner.PATH + "{size}";

  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");

  private final Anchors anchors;
  private final Answers answers;

  AnchorController(Anchors anchors, Answers answers) {
    this.anchors = anchors;
    this.answers = answers;
  }

  @GetMapping(SIGNATURES)
  void signatures(@PathVariable("size") String size, HttpServletResponse response)
      throws IOException {
    if (!SIZE.matcher(size).matches()) {
      throw ReadCode.KEY_INVALID.refusal("A size is a decimal number from 1 on.");
    }
    ChainAnchor anchor = anchors.chain().orElseThrow(ReadController::notFound);
    MemberSigner.Signed signed =
        anchor
            .signer()
            .sign(Long.parseLong(size))
            .orElseThrow(() ->
                ReadCode.NOT_PUBLISHED.refusal(
                    "No block of this service ends at that size under a sound checkpoint."));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    answers.json(response, json(signed));
  }

  private static ObjectNode json(MemberSigner.Signed signed) {
    ObjectNode json = Answers.object();
    json.put("chainId", signed.contract().chainId()).put("contract", signed.contract().address());
    json.put("origin", signed.root().origin().hex())
        .put("size", signed.root().size())
        .put("root", signed.root().root().hex());
    ArrayNode signatures = json.putArray("signatures");
    signed.signatures().forEach(signatures::add);
    return json;
  }
}
