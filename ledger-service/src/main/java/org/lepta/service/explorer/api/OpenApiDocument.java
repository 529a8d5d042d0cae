package org.lepta.service.explorer.api;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Entries;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the read API by OpenAPI 3.1, made of the code that answers it. */
final class OpenApiDocument {

  static final String PATH = "/openapi.json";

  private static final String VERSION = "1";
  private static final String JSON = "application/json";

  private final ObjectNode document = Answers.object();
  private final ObjectNode paths;

  private OpenApiDocument() {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Lepta read API")
        .put("version", VERSION)
        .put("description", "What everybody may read of the ledger, without login.");
    paths = document.putObject("paths");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    OpenApiFigures.add(schemas);
    OpenApiTrails.add(schemas);
    OpenApiFlows.add(schemas);
    OpenApiFindings.add(schemas);
    OpenApiChanges.add(schemas);
    OpenApiSchemas entries = new OpenApiSchemas(schemas);
    entries.addAny();
    for (Kind kind : Kind.values()) {
      entries.addKind(kind);
    }
  }

  static ObjectNode make() {
    OpenApiDocument api = new OpenApiDocument();
    api.get(StatusController.PATH, "status", "How far ledger, index and log came", "Status");
    ObjectNode totals =
        api.get(TotalsController.PATH, "totals", "Counts and joint totals", "Joint");
    query(totals.withArray("parameters"), "at");
    api.get(PATH, "openapi", "This description", null);
    api.addOne(RootController.PATH, "root", "The log after so many blocks", "Root", "height");
    api.addOne(
        TextController.PATH, "text", "A text with its salt, by its hash", "SaltedText", "hash");
    api.addOne(
        AnchorController.SIGNATURES,
        "anchor-signatures",
        "This member's signatures for the contract that anchors the log",
        "AnchorSignatures",
        "size");
    api.addTrails();
    api.addFlows();
    api.addExceptions();
    api.addChanges();
    api.addReceipt(ReceiptController.PROOF, "receipt-proof", "The proof of an entry", "text/plain");
    api.addReceipt(ReceiptController.ENTRY, "receipt-entry", "The bytes of an entry", JSON);
    api.addReceipt(ReceiptController.RECEIPT, "receipt", "What a receipt is of", JSON);
    api.addReceipt(ReceiptController.PASSPORT, "passport", "The passport of a donation", JSON);
    api.addReceipt(
        ReceiptController.PASSPORT_PAGE, "passport-page", "A page that checks it", "text/html");
    api.addExports();
    api.addKind(EntryController.ALL_KINDS, null);
    for (Kind kind : Kind.values()) {
      api.addKind(kind.plural(), kind);
    }
    return api.document;
  }

  private void addTrails() {
    ObjectNode trail =
        get(TrailController.PATH, "trail-donation", "Where a donation went", OpenApiTrails.TRAIL);
    ArrayNode parameters = trail.withArray("parameters");
    key(parameters);
    TrailController.PARAMETERS.forEach(name -> query(parameters, name));
  }

  private void addFlows() {
    ObjectNode flows =
        get(FlowController.PATH, "flows", "Where money came from and went", OpenApiFlows.FLOWS);
    FlowController.PARAMETERS.forEach(name -> query(flows.withArray("parameters"), name));
  }

  private void addExceptions() {
    ObjectNode sums =
        get(ExceptionController.PATH, "exceptions", "What stands out, added up", "Exceptions");
    ExceptionController.PARAMETERS.forEach(name -> query(sums.withArray("parameters"), name));
    ObjectNode cases =
        get(ExceptionController.RULE, "exceptions-rule", "What stands out by a rule", "Cases");
    path(cases.withArray("parameters"), "rule");
    ExceptionController.LIST_PARAMETERS.forEach(name -> query(cases.withArray("parameters"), name));
    ObjectNode search = get(SearchController.PATH, "search", "Whatever q may mean", "Hits");
    requiredQuery(search, "q");
    ObjectNode recount =
        get(RecountController.PATH, "recount", "The rows behind a figure of a fund", null);
    RecountController.REQUIRED.forEach(name -> requiredQuery(recount, name));
    query(recount.withArray("parameters"), "at");
    ok(recount).putObject("text/csv");
  }

  private void addChanges() {
    ObjectNode days =
        get(ChangeController.PATH, "changes", "What each day brought, newest first", "Days");
    ChangeController.PARAMETERS.forEach(name -> query(days.withArray("parameters"), name));
    ObjectNode day =
        get(ChangeController.DAY, "changes-day", "What changes earlier days", "DayChanges");
    path(day.withArray("parameters"), "day");
    ChangeController.DAY_PARAMETERS.forEach(name -> query(day.withArray("parameters"), name));
  }

  private void addOne(String path, String id, String summary, String schema, String parameter) {
    path(get(path, id, summary, schema).withArray("parameters"), parameter);
  }

  private static void key(ArrayNode parameters) {
    path(parameters, "key");
  }

  private static void path(ArrayNode parameters, String name) {
    ObjectNode key = parameters.addObject().put("name", name).put("in", "path");
    key.put("required", true).putObject("schema").put("type", "string");
  }

  private void addExports() {
    addExport(ExportController.JSONL, "export-jsonl", "All entries as lines", "application/jsonl");
    addExport(ExportController.CSV, "export-csv", "All entries as rows", "text/csv");
    addExport(ExportController.GRANTS, "export-360giving", "All grants by 360Giving", JSON);
    addExport(ExportController.ACTIVITIES, "export-iati", "All funds by IATI", "application/xml");
    addExport(
        ExportController.DATABASE,
        "export-sqlite",
        "Everything as one database",
        ExportController.DATABASE_TYPE);
  }

  private void addExport(String path, String id, String summary, String type) {
    ObjectNode export = get(path, id, summary, null);
    ArrayNode parameters = export.withArray("parameters");
    ExportController.parameters(path).forEach(name -> query(parameters, name));
    ok(export).putObject(type);
  }

  private void addReceipt(String path, String id, String summary, String type) {
    ObjectNode receipt = get(path, id, summary, null);
    key(receipt.withArray("parameters"));
    ok(receipt).putObject(type);
  }

  private void addKind(String plural, @Nullable Kind kind) {
    String schema = OpenApiSchemas.nameOf(kind);
    String list = EntryController.LIST.replace("{plural}", plural);
    ObjectNode page = get(list, "list-" + plural, "By pages, newest first by default", null);
    ArrayNode filters = page.withArray("parameters");
    ListRequest.FILTERS.forEach(name -> query(filters, name));
    ListRequest.PAGING.forEach(name -> query(filters, name));
    ObjectNode body = ok(page).putObject(JSON).putObject("schema").put("type", "object");
    ObjectNode properties = body.putObject("properties");
    properties.set("items", OpenApiSchemas.arrayOf(Answers.object(), schema));
    properties.putObject("next").putArray("type").add("string").add("null");
    ok(page).putObject("text/csv");
    ObjectNode csv =
        get(list + EntryController.CSV_SUFFIX, "csv-" + plural, "The whole list", null);
    ListRequest.FILTERS.forEach(name -> query(csv.withArray("parameters"), name));
    ok(csv).putObject("text/csv");
    String item = EntryController.ITEM.replace("{plural}", plural);
    ObjectNode one = get(item, "get-" + plural, "One by its key", schema);
    ArrayNode parameters = one.withArray("parameters");
    key(parameters);
    query(parameters, "at");
    if (kind == null) {
      query(filters, ListRequest.KIND);
      query(csv.withArray("parameters"), ListRequest.KIND);
    }
  }

  private ObjectNode get(String path, String id, String summary, @Nullable String schema) {
    ObjectNode operation = paths.putObject(path).putObject("get");
    operation.put("operationId", id).put("summary", summary);
    ObjectNode responses = operation.putObject("responses");
    ObjectNode content =
        responses.putObject("200").put("description", "The answer").putObject("content");
    if (schema != null) {
      content.putObject(JSON).putObject("schema").put("$ref", OpenApiSchemas.ref(schema));
    }
    responses
        .putObject("default")
        .put("description", "A problem of RFC 9457 with a stable code")
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", OpenApiSchemas.ref("Problem"));
    return operation;
  }

  private static ObjectNode ok(ObjectNode operation) {
    return (ObjectNode) operation.get("responses").get("200").get("content");
  }

  private static void requiredQuery(ObjectNode operation, String name) {
    ArrayNode parameters = operation.withArray("parameters");
    query(parameters, name);
    ((ObjectNode) parameters.get(parameters.size() - 1)).put("required", true);
  }

  private static void query(ArrayNode parameters, String name) {
    ObjectNode schema =
        parameters.addObject().put("name", name).put("in", "query").putObject("schema");
    switch (name) {
      case "limit" ->
          schema
              .put("type", "integer")
              .put("minimum", 1)
              .put("maximum", Entries.MAX_LIMIT)
              .put("default", ListRequest.DEFAULT_LIMIT);
      case "at", "since" -> schema.put("type", "integer").put("minimum", 0);
      case "from", "to" -> schema.put("type", "string").put("format", "date");
      case "sort" ->
          schema.put("type", "string").putArray("enum").add("leaf").add("date").add("amount");
      case "order" -> schema.put("type", "string").putArray("enum").add("asc").add("desc");
      case "lens" -> OpenApiTrails.lenses(schema);
      default -> schema.put("type", "string");
    }
  }
}
