package org.lepta.ledger.entry;

import static org.lepta.ledger.entry.KindClass.DECISION;
import static org.lepta.ledger.entry.KindClass.FACT;
import static org.lepta.ledger.entry.KindClass.NOTE;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of entry, after docs/reference/postings section 2. */
public enum Kind {
  GENESIS("genesis", "genesis", DECISION, Genesis.class),
  ORGANISATION("organisation", "organisations", DECISION, Organisation.class),
  MEMBER("member", "members", DECISION, Member.class),
  FUND("fund", "funds", DECISION, Fund.class),
  LOG_KEY("log-key", "log-keys", DECISION, LogKey.class),
  RULE_CARD("rule-card", "rule-cards", DECISION, RuleCard.class),
  HOLD("hold", "holds", DECISION, Hold.class),
  EPOCH("epoch", "epochs", DECISION, Epoch.class),
  OPENING("opening", "openings", FACT, Opening.class),
  DONATION("donation", "donations", FACT, Donation.class),
  FEE("fee", "fees", FACT, Fee.class),
  REFUND("refund", "refunds", FACT, Refund.class),
  INCOME("income", "income", FACT, Income.class),
  TRANSFER_OUT("transfer-out", "transfers-out", DECISION, TransferOut.class),
  TRANSFER_IN("transfer-in", "transfers-in", DECISION, TransferIn.class),
  EXCHANGE("exchange", "exchanges", FACT, Exchange.class),
  GRANT("grant", "grants", DECISION, Grant.class),
  AMENDMENT("amendment", "amendments", DECISION, Amendment.class),
  RELEASE("release", "releases", DECISION, Release.class),
  DISBURSEMENT("disbursement", "disbursements", FACT, Disbursement.class),
  PASS_ON("pass-on", "pass-ons", FACT, PassOn.class),
  RETURN("return", "returns", FACT, Return.class),
  EXPENDITURE("expenditure", "expenditures", FACT, Expenditure.class),
  CORRECTION("correction", "corrections", FACT, Correction.class),
  PERIOD_CLOSE("period-close", "period-closes", DECISION, PeriodClose.class),
  CONFIRMATION("confirmation", "confirmations", NOTE, Confirmation.class),
  APPROVAL("approval", "approvals", NOTE, Approval.class),
  DEVICE("device", "devices", NOTE, Device.class),
  ATTESTATION("attestation", "attestations", NOTE, Attestation.class),
  STATEMENT("statement", "statements", NOTE, Statement.class),
  PLEDGE("pledge", "pledges", NOTE, Pledge.class),
  REPORT("report", "reports", NOTE, Report.class),
  APPLICATION("application", "applications", NOTE, Application.class),
  ASSESSMENT("assessment", "assessments", NOTE, Assessment.class),
  CHALLENGE("challenge", "challenges", NOTE, Challenge.class),
  WITHDRAWAL("withdrawal", "withdrawals", NOTE, Withdrawal.class),
  DRAW("draw", "draws", NOTE, Draw.class),
  PUBLICATION("publication", "publications", NOTE, Publication.class),
  OUTCOME("outcome", "outcomes", NOTE, Outcome.class);

  private static final Map<String, Kind> BY_LABEL =
      Arrays.stream(values())
          .collect(Collectors.toMap(Kind::label, Function.identity(), (a, b) -> a, TreeMap::new));

  private static final Map<String, Kind> BY_TYPE =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(
                  kind -> kind.type().getName(), Function.identity(), (a, b) -> a, TreeMap::new));

  private final String label;
  private final String plural;
  private final KindClass kindClass;
  private final Class<? extends Body> type;

  Kind(String label, String plural, KindClass kindClass, Class<? extends Body> type) {
    this.label = label;
    this.plural = plural;
    this.kindClass = kindClass;
    this.type = type;
  }

  /** The word that stands in the field {@code kind}. */
  public String label() {
    return label;
  }

  /** The word for many of them, as in paths of the API. */
  public String plural() {
    return plural;
  }

  public KindClass kindClass() {
    return kindClass;
  }

  /** The record that holds this kind's fields. */
  public Class<? extends Body> type() {
    return type;
  }

  public static Optional<Kind> ofLabel(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  /** The kind of a body; every permitted record has one. */
  public static Kind of(Body body) {
    Kind kind = BY_TYPE.get(body.getClass().getName());
    if (kind == null) {
      throw new IllegalStateException("no kind for " + body.getClass());
    }
    return kind;
  }
}
