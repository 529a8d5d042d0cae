package org.lepta.service.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.rule.Code;
import org.lepta.service.kernel.Key;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.Members;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The write API: one entry per request, in the fields of docs/reference/leaf-format. Texts are
 * given plainly as {@code {"role", "language", "text"}}. Answers 201 when the entry is committed
 * and 200 when the same entry was there before.
 */
@RestController
final class SubmissionController {

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values())
          .filter(kind -> kind != Kind.GENESIS)
          .collect(Collectors.toMap(Kind::plural, Function.identity()));
  private static final Duration INDEX_WAIT = Duration.ofSeconds(10);

  private final Submissions submissions;
  private final Members members;
  private final RecordedEntries recorded;

  SubmissionController(Submissions submissions, Members members, RecordedEntries recorded) {
    this.submissions = submissions;
    this.members = members;
    this.recorded = recorded;
  }

  /**
   * What was recorded.
   *
   * @param state {@code committed}, or {@code integrated} once it has its place in the log
   * @param block number of its block; absent for an entry that was there before
   */
  record Receipt(String id, String key, String kind, String state, @Nullable Long block) {}

  @PostMapping("/api/v1/{plural}")
  ResponseEntity<Receipt> post(
      @PathVariable String plural,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
      HttpServletRequest request)
      throws InterruptedException {
    Kind kind = KINDS.get(plural);
    if (kind == null) {
      throw new Refusal("NOT_FOUND", "There is no such kind of entry.").exception();
    }
    return submit(kind, JsonBody.read(request), idempotencyKey);
  }

  @PostMapping("/api/v1/releases/{key}/approvals")
  ResponseEntity<Receipt> approve(
      @PathVariable String key,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
      HttpServletRequest request)
      throws InterruptedException {
    ObjectNode fields = JsonBody.read(request);
    fields.put("release", Key.parse(key).id());
    return submit(Kind.APPROVAL, fields, idempotencyKey);
  }

  private ResponseEntity<Receipt> submit(
      Kind kind, ObjectNode fields, @Nullable String idempotencyKey) throws InterruptedException {
    fields.put("kind", kind.label());
    if (fields.get("id") == null) {
      if (idempotencyKey == null || idempotencyKey.isBlank()) {
        throw new Refusal("ID_MISSING", "Give an id, or an Idempotency-Key.").exception();
      }
      fields.put("id", idempotencyKey);
    }
    if (kind == Kind.MEMBER && fields.get("msp") == null) {
      fields.put("msp", issueIdentity(fields).mspId());
    }
    List<PlainText> texts = takeTexts(fields);
    Entry entry = entry(fields);
    return answer(entry, submissions.submit(List.of(new Draft(entry, texts))).getFirst());
  }

  /** The keeper of an embedded ledger issues the identities of its members. */
  private Member issueIdentity(ObjectNode fields) throws InterruptedException {
    String organisation = fields.get("id").asString();
    try {
      Member known = members.find(organisation).orElse(null);
      return known == null ? members.addMember(organisation) : known;
    } catch (NotSentException e) {
      throw new IllegalStateException("the identity could not be issued", e);
    } catch (UnsupportedOperationException e) {
      throw new Refusal("MSP_MISSING", "On a network a member brings its MSP id; give it as msp.")
          .exception();
    }
  }

  private ResponseEntity<Receipt> answer(Entry entry, RecordResult result)
      throws InterruptedException {
    return switch (result) {
      case RecordResult.Recorded done -> {
        boolean integrated = recorded.awaitIndexed(done.block(), INDEX_WAIT);
        yield ResponseEntity.status(HttpStatus.CREATED)
            .body(receipt(entry, integrated ? "integrated" : "committed", done.block()));
      }
      case RecordResult.Repeated again -> ResponseEntity.ok(receipt(entry, "integrated", null));
      case RecordResult.Refused refused ->
          throw new Refusal(refused.code(), refused.detail().isBlank() ? "entry" : refused.detail())
              .exception();
    };
  }

  private static Receipt receipt(Entry entry, String state, @Nullable Long block) {
    return new Receipt(
        entry.id(), Key.ofId(entry.id()).value(), entry.kind().label(), state, block);
  }

  private static Entry entry(ObjectNode fields) {
    try {
      return EntryCodec.fromTree(fields);
    } catch (CodecException e) {
      String field = e.field().isEmpty() ? "entry" : e.field();
      throw new Refusal(Code.ENTRY_MALFORMED.name(), field + ": " + e.getMessage()).exception();
    }
  }

  /** Takes the plain texts out of the fields; already hashed ones stay. */
  private static List<PlainText> takeTexts(ObjectNode fields) {
    List<PlainText> plain = new ArrayList<>();
    JsonNode texts = fields.get("texts");
    if (texts == null || !texts.isArray()) {
      return plain;
    }
    List<JsonNode> hashed = new ArrayList<>();
    for (JsonNode text : texts) {
      if (text.get("text") == null) {
        hashed.add(text);
      } else {
        plain.add(new PlainText(string(text, "role"), language(text), string(text, "text")));
      }
    }
    fields.remove("texts");
    if (!hashed.isEmpty()) {
      fields.putArray("texts").addAll(hashed);
    }
    return plain;
  }

  private static @Nullable String language(JsonNode text) {
    JsonNode language = text.get("language");
    return language == null ? null : language.asString();
  }

  private static String string(JsonNode text, String field) {
    JsonNode value = text.get(field);
    if (value == null || !value.isString() || value.asString().isBlank()) {
      throw new Refusal(Code.ENTRY_MALFORMED.name(), "texts." + field).exception();
    }
    return value.asString();
  }
}
