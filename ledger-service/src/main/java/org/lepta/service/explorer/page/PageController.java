package org.lepta.service.explorer.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Lens;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.SearchHits;
import org.lepta.service.kernel.Key;
import org.lepta.service.trail.Trails;
import org.lepta.ui.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages' addresses, under {@code /ru} and {@code /en}. */
@Controller
class PageController {

  private static final String LANGUAGE = "/{language:ru|en}";

  private final PageHandler handler;
  private final Sources sources;
  private final OverviewPages overview;
  private final ListPages lists;
  private final FundPages funds;
  private final OrganisationPages organisations;
  private final GrantPages grants;
  private final DonationPages donations;
  private final EntryPages entries;
  private final FlowPages flows;
  private final AnalyticsPages analytics;
  private final ExceptionsPages exceptions;
  private final SearchPages search;
  private final RecountPages recount;
  private final AboutPages about;
  private final VerifyPages verify;
  private final DataPages data;

  PageController(
      PageHandler handler, Sources sources, AboutPages about, VerifyPages verify, DataPages data) {
    this.handler = handler;
    this.sources = sources;
    this.overview = new OverviewPages(sources);
    this.lists = new ListPages(sources);
    this.funds = new FundPages(sources);
    this.organisations = new OrganisationPages(sources);
    this.grants = new GrantPages(sources);
    this.donations = new DonationPages(sources);
    this.entries = new EntryPages(sources);
    this.flows = new FlowPages(sources);
    this.analytics = new AnalyticsPages(sources);
    this.exceptions = new ExceptionsPages(sources);
    this.search = new SearchPages(sources);
    this.recount = new RecountPages(sources);
    this.about = about;
    this.verify = verify;
    this.data = data;
  }

  @GetMapping(LANGUAGE + "/")
  ResponseEntity<String> overview(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    return handler.answerAsKnown(request, in, standing -> overview.html(standing, in));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.ABOUT)
  ResponseEntity<String> about(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    return handler.answerAnew(request, in, standing -> about.html(standing, in));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.VERIFY)
  ResponseEntity<String> verify(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    return handler.answerWithScript(request, in, standing -> verify.html(standing, in));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.DATA)
  ResponseEntity<String> data(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    return handler.answerAnew(request, in, standing -> data.html(standing, in));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.FLOWS)
  ResponseEntity<String> flows(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    FlowQuery query = FlowQuery.of(request.getParameterMap());
    return handler.answerAsKnown(request, in, standing -> flows.html(standing, in, query));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.ANALYTICS)
  ResponseEntity<String> analytics(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    FlowQuery query = FlowQuery.of(request.getParameterMap());
    return handler.answerAsKnown(request, in, standing -> analytics.html(standing, in, query));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.EXCEPTIONS)
  ResponseEntity<String> exceptions(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    ExceptionsQuery query = ExceptionsQuery.of(request.getParameterMap());
    return handler.answerAsKnown(request, in, standing -> exceptions.html(standing, in, query));
  }

  @GetMapping(LANGUAGE + "/" + PagePaths.RECOUNT)
  ResponseEntity<String> recount(@PathVariable String language, HttpServletRequest request) {
    Language in = language(language);
    RecountQuery query = RecountQuery.of(request.getParameterMap());
    return handler.answerThen(in, standing -> recount.html(standing, in, query));
  }

  /** Leads straight to the only thing that can have been meant. */
  @GetMapping(LANGUAGE + "/" + PagePaths.SEARCH)
  ResponseEntity<?> search(@PathVariable String language, HttpServletRequest request) {
    PageHandler.requireNow(request);
    Language in = language(language);
    String given = ListFilters.single(request.getParameterMap(), "q");
    String q = given == null ? "" : given;
    SearchHits hits = search.find(q);
    Optional<String> target = SearchPages.target(in, q, hits);
    return target.isPresent()
        ? redirect(target.get())
        : handler.answer(request, in, standing -> search.html(standing, in, q, hits));
  }

  @GetMapping(LANGUAGE + "/{list:[a-z-]+}")
  ResponseEntity<String> list(
      @PathVariable String language, @PathVariable String list, HttpServletRequest request) {
    Language in = language(language);
    requireList(list);
    ListFilters filters = ListFilters.of(request.getParameterMap());
    return handler.answerAsKnown(request, in, standing -> lists.html(standing, in, list, filters));
  }

  /** The API writes every list as CSV; what the pages ignore is not passed on. */
  @GetMapping(LANGUAGE + "/{file:[a-z-]+\\.csv}")
  ResponseEntity<Void> csv(@PathVariable String file, HttpServletRequest request) {
    requireList(PagePaths.withoutCsv(file));
    ListFilters filters = ListFilters.of(request.getParameterMap());
    return redirect(Query.asKnown("/api/v1/" + file + Query.of(filters.values()), filters.at()));
  }

  @GetMapping(LANGUAGE + "/funds/{key}")
  ResponseEntity<String> fund(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    Language in = language(language);
    Key id = key(key);
    return handler.answerAsKnown(request, in, standing -> funds.html(standing, in, id));
  }

  @GetMapping(LANGUAGE + "/organisations/{key}")
  ResponseEntity<String> organisation(
      @PathVariable String language, @PathVariable String key, HttpServletRequest request) {
    Language in = language(language);
    Key id = key(key);
    return handler.answerAsKnown(request, in, standing -> organisations.html(standing, in, id));
  }

  @GetMapping(LANGUAGE + "/grants/{key}")
  ResponseEntity<String> grant(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String fund,
      HttpServletRequest request) {
    Language in = language(language);
    Key id = key(key);
    return handler.answerAsKnown(request, in, standing -> grants.html(standing, in, id, fund));
  }

  @GetMapping(LANGUAGE + "/donations/{key}")
  ResponseEntity<String> donation(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String fund,
      HttpServletRequest request) {
    Language in = language(language);
    Key id = key(key);
    Lens lens = Trails.lens(ListFilters.single(request.getParameterMap(), "lens"));
    return handler.answerAsKnown(
        request, in, standing -> donations.html(standing, in, id, fund, lens));
  }

  @GetMapping(LANGUAGE + "/entries/{index}")
  ResponseEntity<String> entry(
      @PathVariable String language, @PathVariable String index, HttpServletRequest request) {
    Language in = language(language);
    long leaf = leafIndex(index);
    return handler.answerAsKnown(request, in, standing -> entries.html(standing, in, leaf));
  }

  /** Kinds without a page of their own: the page of the entry. */
  @GetMapping(LANGUAGE + "/{list:[a-z-]+}/{key}")
  ResponseEntity<Void> byId(
      @PathVariable String language,
      @PathVariable String list,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String fund,
      HttpServletRequest request) {
    Long at = ListFilters.at(request.getParameterMap());
    Kind kind =
        Kinds.ofPlural(list)
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such page."));
    EntryRecord entry = Statement.find(sources.lookups(), kind, key(key), fund, at).entry();
    return redirect(language(language).path(Query.asKnown("/entries/" + entry.index(), at)));
  }

  private static ResponseEntity<Void> redirect(String target) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(target))
        .header("Cache-Control", "no-cache")
        .build();
  }

  private static Language language(String code) {
    return Language.find(code)
        .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such page."));
  }

  private static void requireList(String list) {
    if (!PagePaths.isList(list)) {
      throw ReadCode.NOT_FOUND.refusal("There is no such page.");
    }
  }

  /** No id on the ledger holds a zero byte, and the database takes none. */
  static Key key(String text) {
    Key key = Key.parse(text);
    if (key.id().indexOf('\0') >= 0) {
      throw ReadCode.NOT_FOUND.refusal("Nothing is recorded under this key.");
    }
    return key;
  }

  private static long leafIndex(String text) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw ReadCode.NOT_FOUND.refusal("The log has no such entry.");
    }
    return Long.parseLong(text);
  }
}
