package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Party;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.SharedFiles;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.TextStore;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Frontier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was imported comes out again as the same facts, in forms that hold to their standards. */
final class ExportsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String GRANTS = "/api/v1/exports/360giving.json";
  private static final String ACTIVITIES = "/api/v1/exports/iati.xml";
  private static final String LINES = "/api/v1/exports/entries.jsonl";

  @TempDir static Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start(folder.resolve("data"), DATABASE.settings());
    load(Samples.own("grants.json"));
    load(Samples.own("activities.xml"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void load(Path file) throws Exception {
    Intake intake =
        Imports.intake(
            service.bean(DataSource.class),
            service.bean(Submissions.class),
            service.bean(RecordedEntries.class));
    Samples.load(intake, file);
    intake.settle();
    long size = service.bean(Index.class).size();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, Duration.ofSeconds(60)))
        .isTrue();
  }

  private static String body(String path) throws Exception {
    HttpResponse<String> answer = service.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The exported file, imported into a ledger that holds nothing else. */
  private static ImportReport imported(RuleIntake ledger, String path, String name)
      throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, body(path));
    return Samples.load(ledger, file);
  }

  /** Fund, unit, amount and recipient of every grant, by its id. */
  private static Map<String, String> grants(RuleIntake ledger) {
    Map<String, String> grants = new TreeMap<>();
    for (Entry entry : ledger.entries()) {
      if (entry.body() instanceof Grant grant) {
        Party recipient = grant.recipient();
        grants.put(
            entry.id(),
            grant.fund()
                + ' '
                + grant.amount()
                + ' '
                + grant.unit().code()
                + " to "
                + (recipient == null ? "-" : recipient.org()));
      }
    }
    return grants;
  }

  @Test
  void grantsComeOutAsTheyWentIn() throws Exception {
    RuleIntake first = new RuleIntake();
    RuleIntake second = new RuleIntake();

    ImportReport in = Samples.load(first, Samples.own("grants.json"));
    ImportReport out = imported(second, GRANTS + "?organisation=GB-CHC-9000000", "again.json");

    assertThat(grants(second)).isEqualTo(grants(first)).hasSize(4);
    assertThat(out.sums()).isEqualTo(in.sums());
    assertThat(out.entries().get("disbursement")).isEqualTo(in.entries().get("disbursement"));
  }

  @ParameterizedTest
  @CsvSource({
    "360giving/power-to-change-2015-2019.json, 870",
    "360giving/abct-open-programme.json, 783",
    "360giving/mixed-regrants-and-individuals.json, 154"
  })
  void publishedGrantsComeOutAsTheyWentIn(String name, int count) throws Exception {
    Path file = Samples.published(name);
    RuleIntake first = new RuleIntake();
    RuleIntake second = new RuleIntake();
    ImportReport in = Samples.load(first, file);
    load(file);

    ImportReport out = imported(second, GRANTS, "published.json");

    Map<String, String> exported = grants(second);
    exported.keySet().retainAll(grants(first).keySet());
    assertThat(exported).isEqualTo(grants(first)).hasSize(count);
    assertThat(out.lines().rejected()).isZero();
    assertThat(in.lines().rejected()).isZero();
    assertThat(errors(EXACT.readTree(body(GRANTS)))).isEmpty();
  }

  @Test
  void exportedGrantsHoldToTheirSchema() throws Exception {
    assertThat(errors(EXACT.readTree(body(GRANTS)))).isEmpty();
  }

  @Test
  void theSchemaTellsWhatIsNoGrant() throws Exception {
    ObjectNode broken = (ObjectNode) EXACT.readTree(body(GRANTS));
    ((ObjectNode) broken.at("/grants/0")).put("awardDate", "yesterday");

    assertThat(errors(broken)).isNotEmpty();
  }

  private static Iterable<String> errors(JsonNode grants) throws Exception {
    Path folder = SharedFiles.find("schemas/360giving-1.4.3").orElse(null);
    assumeTrue(folder != null, "the schema of 360Giving, shared/schemas, is missing");
    ObjectNode schema =
        (ObjectNode)
            EXACT.readTree(Files.readString(folder.resolve("360-giving-package-schema.json")));
    ObjectNode grant =
        (ObjectNode) EXACT.readTree(Files.readString(folder.resolve("360-giving-schema.json")));
    // The schemas name a dialect by an address that is none, and each other by addresses outside.
    grant.remove("$schema");
    schema.remove("$schema");
    schema.remove("$id");
    schema.set("$defs", grant.get("$defs"));
    grant.remove("$defs");
    grant.remove("$id");
    ((ObjectNode) schema.at("/properties/grants")).set("items", grant);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(
            grants,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void aGrantTellsWhereItStandsInTheLog() throws Exception {
    JsonNode file = EXACT.readTree(body(GRANTS));
    JsonNode grant = file.at("/grants/0");
    JsonNode entry = service.json("/api/v1/entries/" + grant.at("/lepta/leafIndex").asLong());

    assertThat(grant.get("id").asString()).isEqualTo("360G-marsh-1");
    assertThat(grant.get("amountAwarded").decimalValue()).isEqualTo("1000.5");
    assertThat(grant.at("/recipientOrganization/0/name").asString()).isEqualTo("Lantern House");
    assertThat(grant.at("/grantProgramme/0/code").asString()).isEqualTo("Winter");
    assertThat(entry.get("id").asString()).isEqualTo("grant:360G-marsh-1");
    assertThat(grant.at("/lepta/leafHash")).isEqualTo(entry.get("leafHash"));
    assertThat(grant.at("/lepta/size")).isEqualTo(file.at("/lepta/size"));
    assertThat(body("/log/checkpoint"))
        .startsWith(
            file.at("/lepta/origin").asString() + '\n' + file.at("/lepta/size").asLong() + '\n');
  }

  @ParameterizedTest
  @ValueSource(strings = {GRANTS, ACTIVITIES, LINES, "/api/v1/exports/entries.csv"})
  void nothingOfPeopleIsInAnyExport(String path) throws Exception {
    assertThat(body(path)).doesNotContain("Ada Example", "marsh-ada", "needs a wheelchair");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRANTS, ACTIVITIES, LINES, "/api/v1/exports/entries.csv"})
  void theSameLogGivesTheSameBytes(String path) throws Exception {
    HttpResponse<String> first = service.get(path);
    String size = first.headers().firstValue("Lepta-Log-Size").orElseThrow();
    load(Samples.own("grants.json"));

    assertThat(body(path + "?at=" + size)).isEqualTo(first.body());
    assertThat(body(path + "?at=0").length()).isLessThan(first.body().length());
  }

  @Test
  void movementsComeOutWithTheSameSums() throws Exception {
    ImportReport in = Samples.load(new RuleIntake(), Samples.own("activities.xml"));
    ImportReport out =
        imported(new RuleIntake(), ACTIVITIES + "?organisation=XI-OWN-77", "again.xml");

    assertThat(out.sums()).isEqualTo(in.sums());
    assertThat(out.lines().rejected()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "iati/chain-dec-coronavirus-appeal.xml",
    "iati/chain-h2h-network-2020.xml",
    "iati/chain-dutch-relief-alliance.xml"
  })
  void publishedMovementsComeOutWithTheSameSums(String name) throws Exception {
    Path file = Samples.published(name);
    RuleIntake first = new RuleIntake();
    Samples.load(first, file);
    load(file);
    RuleIntake second = new RuleIntake();
    imported(second, ACTIVITIES, "published.xml");

    assertThat(sums(second, first)).isEqualTo(sums(first, first));
    requireSchema(body(ACTIVITIES));
  }

  /** What the flows of each kind add up to by fund and unit, of the funds of the other ledger. */
  private static Map<String, String> sums(RuleIntake ledger, RuleIntake funds) {
    return FlowSums.of(ledger.entries(), FlowSums.funds(funds.entries()));
  }

  @Test
  void activitiesHoldToTheirSchema() throws Exception {
    String xml = body(ACTIVITIES);

    assertThat(xml).contains("xmlns:lepta=\"urn:lepta:log\"", "lepta:leaf-index=\"");
    requireSchema(xml);
  }

  private static void requireSchema(String xml) throws Exception {
    Path xsd = SharedFiles.find("schemas/iati-2.03/iati-activities-schema.xsd").orElse(null);
    assumeTrue(xsd != null, "the schema of IATI, shared/schemas, is missing");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(xsd.toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void theLinesAddUpToTheRootThatTheLastOneNames() throws Exception {
    Frontier tree = Frontier.empty();
    JsonNode last = EXACT.createObjectNode();
    for (String line : body(LINES).split("\n", -1)) {
      if (!line.isEmpty()) {
        last = EXACT.readTree(line);
        if (last.has("leafHash")) {
          assertThat(last.get("leafIndex").asLong()).isEqualTo(tree.size());
          tree.append(Sha256.ofHex(last.get("leafHash").asString()));
        }
      }
    }

    assertThat(last.at("/checkpoint/size").asLong()).isEqualTo(tree.size()).isPositive();
    assertThat(last.at("/checkpoint/root").asString()).isEqualTo(tree.root().hex());
  }

  @Test
  void rowsAreOnePerEntryInTheOrderOfTheLog() throws Exception {
    HttpResponse<String> csv = service.get("/api/v1/exports/entries.csv");
    String[] rows = csv.body().split("\r\n", -1);

    assertThat(rows[0]).startsWith("leafIndex,id,key,kind").endsWith("leafHash");
    assertThat(rows[1]).startsWith("0,");
    assertThat(csv.headers().firstValue("Lepta-Log-Root").orElseThrow()).matches("[0-9a-f]{64}");
  }

  @Test
  void aWithdrawnTextIsLeftOut() throws Exception {
    JsonNode grant = service.json("/api/v1/grants/360G-marsh-2");
    for (JsonNode text : grant.get("texts")) {
      service
          .bean(TextStore.class)
          .withdraw(Sha256.ofHex(text.get("hash").asString()), LocalDate.of(2026, 11, 27));
    }

    JsonNode exported = EXACT.readTree(body(GRANTS)).at("/grants/1");

    assertThat(exported.get("id").asString()).isEqualTo("360G-marsh-2");
    assertThat(exported.get("title").asString()).isEqualTo("Not stated");
    assertThat(body(LINES)).doesNotContain("Two bicycles");
  }

  @ParameterizedTest
  @CsvSource({"at=999999, AT_INVALID", "kind=grant, FILTER_INVALID", "at=x, AT_INVALID"})
  void whatCannotBeAskedIsRefused(String query, String code) throws Exception {
    assertThat(service.json(GRANTS + '?' + query).get("code").asString()).isEqualTo(code);
  }
}
