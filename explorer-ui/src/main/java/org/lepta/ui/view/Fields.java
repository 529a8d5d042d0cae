package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.LagFormat;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Named values of funds, grants and entries with their labels. Thread-safe. */
public final class Fields {
  private final Language language;
  private final Texts texts;

  private Fields(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static Fields of(Language language) {
    return new Fields(language);
  }

  /** A field by its name. */
  public Field of(FieldName name, Cell value) {
    return new Field(texts.label(name), value);
  }

  public Field restriction(Restriction restriction) {
    return field("restriction", new Cell.Label(restriction));
  }

  public Field purpose(PublicText purpose) {
    return field("purpose", new Cell.Words(purpose));
  }

  /** The units a managed fund declares, by code. */
  public Field units(List<String> units) {
    List<Cell> names =
        units.stream()
            .<Cell>map(unit -> new Cell.Text(MoneyFormat.unitName(language, unit)))
            .toList();
    return field("units", new Cell.Many(names));
  }

  public Field lens(Lens lens) {
    return field("lens", new Cell.Label(lens));
  }

  /** The limits after which a record is flagged late, in calendar days. */
  public Field recordingLimit(long factDays, long decisionDays) {
    String facts = CountFormat.phrase(language, "count.days", factDays);
    String decisions = CountFormat.phrase(language, "count.days", decisionDays);
    return field(
        "recordingLimit", new Cell.Text(texts.text("field.recordingLimitIs", facts, decisions)));
  }

  /** One ready sentence for each amount band, see {@link #approvals}. */
  public Field approvalsNeeded(List<String> bands) {
    return field("approvals", new Cell.Many(bands.stream().<Cell>map(Cell.Text::new).toList()));
  }

  /** The sentence of one amount band; without a limit it is the highest band. */
  public String approvals(long people, @Nullable Amount upTo) {
    String count = CountFormat.phrase(language, "count.approvals", people);
    return upTo == null
        ? texts.text("field.approvalsAbove", count)
        : texts.text("field.approvalsUpTo", count, upTo.text());
  }

  public Field amount(Amount amount) {
    return field("amount", new Cell.Money(amount));
  }

  public Field happenedOn(@Nullable DateText date) {
    return field("happenedOn", Cell.day(date));
  }

  public Field decidedOn(@Nullable DateText date) {
    return field("decidedOn", Cell.day(date));
  }

  public Field bookedOn(@Nullable DateText date) {
    return field("bookedOn", Cell.day(date));
  }

  public Field fund(Link fund) {
    return field("fund", new Cell.Linked(fund));
  }

  public Field grant(Link grant) {
    return field("grant", new Cell.Linked(grant));
  }

  public Field otherSide(Party party) {
    return field("otherSide", new Cell.Who(party));
  }

  public Field evidence(EvidenceStep step) {
    return field("evidence", new Cell.Evidence(step));
  }

  public Field id(String id) {
    return field("id", new Cell.Text(id));
  }

  /** Place of an entry on the ledger; all three count from zero. */
  public String position(long block, long transaction, long place) {
    return texts.text(
        "entry.positionIs",
        CountFormat.number(language, block),
        CountFormat.number(language, transaction),
        CountFormat.number(language, place));
  }

  /** What a text of an entry is, by its role on the ledger. */
  public String textRole(String role) {
    return switch (role) {
      case "name" -> texts.text("field.name");
      case "title" -> texts.text("field.title");
      case "description" -> texts.text("field.description");
      case "programme" -> texts.text("spending.programme");
      default -> texts.text("field.text") + " (" + role + ")";
    };
  }

  /**
   * The life of an entry that is under a signed checkpoint.
   *
   * @param size of that checkpoint
   */
  public List<LifeStep> published(DateText committed, long size) {
    String checkpoint = texts.text("life.checkpoint", CountFormat.number(language, size));
    return life(committed, new LifeStep(LifeState.PUBLISHED, true, checkpoint));
  }

  /** The life of an entry that no signed checkpoint covers yet, so many seconds after its block. */
  public List<LifeStep> integrated(DateText committed, long seconds) {
    return life(committed, new LifeStep(LifeState.PUBLISHED, false, waiting(seconds)));
  }

  /** The life of an entry that waits while the server signs no checkpoints. */
  public List<LifeStep> unsigned(DateText committed) {
    return life(committed, new LifeStep(LifeState.PUBLISHED, false, texts.text("life.notSigning")));
  }

  private List<LifeStep> life(DateText committed, LifeStep published) {
    return List.of(
        new LifeStep(LifeState.SUBMITTED, true, null),
        new LifeStep(LifeState.COMMITTED, true, committed.text()),
        new LifeStep(LifeState.INTEGRATED, true, null),
        published,
        new LifeStep(LifeState.COSIGNED, false, texts.text("life.notHere")),
        new LifeStep(LifeState.ANCHORED, false, null));
  }

  /** What came back of a step of a trail. */
  public String cameBack(Amount amount) {
    return texts.text("trail.cameBack", amount.text());
  }

  /** That a step of a trail stands in another fund than the donation. */
  public String inFund(String name) {
    return texts.text("trail.inFund", name);
  }

  /** Condition of a tranche that a date is reached. */
  public String conditionDate(DateText date) {
    return texts.text("condition.date", date.text());
  }

  public String conditionEvidence() {
    return texts.text("condition.evidence");
  }

  public String conditionMilestone() {
    return texts.text("condition.milestone");
  }

  public String conditionConfirmation() {
    return texts.text("condition.confirmation");
  }

  /** Where an entry stood before it was moved here. */
  public Field moved(long entry, String log) {
    return field(
        "moved",
        new Cell.Text(texts.text("field.movedIs", CountFormat.number(language, entry), log)));
  }

  /** How long an entry has been waiting for its next state. */
  public String waiting(long seconds) {
    return texts.text("life.waiting", LagFormat.words(language, seconds));
  }

  private Field field(String name, Cell value) {
    return new Field(texts.text("field." + name), value);
  }
}
