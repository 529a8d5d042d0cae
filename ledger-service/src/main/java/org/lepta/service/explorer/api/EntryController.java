package org.lepta.service.explorer.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Page;
import org.lepta.service.kernel.Key;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lists and items of every kind, and of all kinds together. */
@RestController
class EntryController extends ReadController {

  static final String LIST = "/api/v1/{plural}";
  static final String ITEM = "/api/v1/{plural}/{key}";
  static final String ALL_KINDS = "entries";
  static final String CSV_SUFFIX = ".csv";

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final Pattern LEAF_INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Index index;
  private final Entries entries;
  private final Items items;
  private final Answers answers;

  EntryController(Index index, Entries entries, Items items, Answers answers) {
    this.index = index;
    this.entries = entries;
    this.items = items;
    this.answers = answers;
  }

  @GetMapping(LIST)
  void list(
      @PathVariable("plural") String plural,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean csv = plural.endsWith(CSV_SUFFIX);
    String word = csv ? plural.substring(0, plural.length() - CSV_SUFFIX.length()) : plural;
    Kind kind = kind(word);
    boolean whole = csv || wantsCsv(request);
    ListRequest asked = ListRequest.parse(request.getQueryString(), kind, whole);
    index.sizeAt(asked.query().at());
    if (answers.isKnown(request, response)) {
      return;
    }
    if (whole) {
      stream(asked.query(), kind, word, request, response);
    } else {
      answers.json(response, page(asked, kind));
    }
  }

  private ObjectNode page(ListRequest asked, @Nullable Kind kind) {
    Page<EntryRecord> page = entries.page(asked.query(), asked.after(), asked.limit());
    List<ObjectNode> found =
        kind == null
            ? page.items().stream().map(items::any).toList()
            : items.ofKind(kind, page.items(), asked.query().at());
    ObjectNode json = Answers.object();
    json.putArray("items").addAll(found);
    json.put("next", page.next());
    return json;
  }

  private void stream(
      EntryQuery query,
      @Nullable Kind kind,
      String word,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setContentType(CSV.toString());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + word + ".csv\"");
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    EntryCsv.writeHead(out);
    entries.forEach(
        query,
        entry -> {
          try {
            EntryCsv.write(out, kind == null ? items.any(entry) : items.plain(entry));
          } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
          }
        });
    out.flush();
  }

  @GetMapping(ITEM)
  void item(
      @PathVariable("plural") String plural,
      @PathVariable("key") String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Kind kind = kind(plural);
    Long at = Parameters.parse(request.getQueryString(), List.of("at")).number("at");
    long size = index.sizeAt(at);
    if (answers.isKnown(request, response)) {
      return;
    }
    EntryRecord entry =
        find(kind, key)
            .filter(found -> at == null || found.index() < size)
            .orElseThrow(ReadController::notFound);
    answers.json(response, items.single(kind, entry, at));
  }

  private Optional<EntryRecord> find(@Nullable Kind kind, String key) {
    if (kind == null && LEAF_INDEX.matcher(key).matches()) {
      return entries.find(Long.parseLong(key));
    }
    String id = Key.parse(key).id();
    if (!Entries.mayBeAnId(id)) {
      return Optional.empty();
    }
    return kind == null ? entries.find(id) : entries.find(kind, id);
  }

  /** The kind a word of the path stands for; null for all kinds. */
  private static @Nullable Kind kind(String plural) {
    if (plural.equals(ALL_KINDS)) {
      return null;
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.plural().equals(plural))
        .findFirst()
        .orElseThrow(ReadController::notFound);
  }

  private static boolean wantsCsv(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    try {
      List<MediaType> types = accept == null ? List.of() : MediaType.parseMediaTypes(accept);
      return types.stream().anyMatch(type -> type.equalsTypeAndSubtype(CSV))
          && types.stream().noneMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
