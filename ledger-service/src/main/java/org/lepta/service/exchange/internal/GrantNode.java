package org.lepta.service.exchange.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.DisbursementBasis;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Party;
import org.lepta.service.exchange.internal.GrantState.Payment;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.transparency.proof.Checkpoint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Grants as objects of 360Giving 1.4.3, the way back of {@link GrantMapper}. Of a person who
 * receives a grant nothing is written but that it is one.
 */
final class GrantNode {

  /** The extension of records, in docs/reference/exports. */
  static final String EXTENSION = "lepta";

  private final Checkpoint checkpoint;
  private final Texts texts;
  private final Map<String, List<ResolvedText>> organisations;
  private final Map<String, List<ResolvedText>> funds;

  GrantNode(
      Checkpoint checkpoint,
      Texts texts,
      Map<String, List<ResolvedText>> organisations,
      Map<String, List<ResolvedText>> funds) {
    this.checkpoint = checkpoint;
    this.texts = texts;
    this.organisations = organisations;
    this.funds = funds;
  }

  ObjectNode of(GrantState state) {
    EntryRecord entry = state.entry();
    Grant grant = state.body();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", id(entry));
    titles(json, entry, isPerson(entry, grant));
    json.put("currency", grant.unit().code());
    json.put("amountAwarded", number(state.awarded()));
    json.put("awardDate", Exported.date(entry).toString());
    planned(json, grant);
    recipient(json, entry, grant);
    organisation(json.putArray("fundingOrganization").addObject(), Exported.owner(entry));
    programme(json, Exported.owner(entry), grant.fund());
    if (grant.regrantType() != null) {
      json.put("regrantType", grant.regrantType());
    }
    payments(json, state);
    json.put("dateModified", state.modified().toString());
    proof(json, entry);
    return json;
  }

  /** The publisher's own id: of a changed line of an import the newest statement is written. */
  static String id(EntryRecord entry) {
    return Boolean.TRUE.equals(entry.managed()) ? entry.id() : LineIds.lineOf(entry.id());
  }

  private boolean isPerson(EntryRecord entry, Grant grant) {
    Party recipient = grant.recipient();
    return recipient == null
        ? GrantMapper.INDIVIDUAL_TITLE.equals(text(entry, "title"))
        : recipient.org() == null;
  }

  private void titles(ObjectNode json, EntryRecord entry, boolean person) {
    String title = person ? GrantMapper.INDIVIDUAL_TITLE : text(entry, "title");
    String description = person ? GrantMapper.INDIVIDUAL_TITLE : text(entry, "description");
    json.put("title", title == null ? Exported.NOT_STATED : title);
    json.put("description", description == null ? Exported.NOT_STATED : description);
  }

  private static void planned(ObjectNode json, Grant grant) {
    if (grant.startsOn() != null || grant.endsOn() != null) {
      ObjectNode dates = json.putArray("plannedDates").addObject();
      if (grant.startsOn() != null) {
        dates.put("startDate", grant.startsOn().toString());
      }
      if (grant.endsOn() != null) {
        dates.put("endDate", grant.endsOn().toString());
      }
    }
  }

  private void recipient(ObjectNode json, EntryRecord entry, Grant grant) {
    if (isPerson(entry, grant)) {
      json.putObject("recipientIndividual")
          .put("id", id(entry) + "-individual")
          .put("name", GrantMapper.INDIVIDUAL_TITLE);
      return;
    }
    ObjectNode recipient = json.putArray("recipientOrganization").addObject();
    String org = grant.recipient() == null ? null : grant.recipient().org();
    if (org != null) {
      organisation(recipient, org);
    } else {
      String ref = text(entry, "recipient-ref");
      String name = text(entry, "recipient-name");
      recipient.put("id", ref == null ? "not-stated" : ref);
      recipient.put("name", name == null ? Exported.NOT_STATED : name);
    }
  }

  private void organisation(ObjectNode json, String id) {
    String name = Exported.first(Exported.shown(organisations.getOrDefault(id, List.of())));
    json.put("id", id).put("name", name == null ? id : name);
  }

  private void programme(ObjectNode json, String funder, String fund) {
    if (fund.equals(LineIds.fund(funder, null, null))) {
      return;
    }
    String prefix = LineIds.fund(funder, "", null);
    ObjectNode programme = json.putArray("grantProgramme").addObject();
    programme.put("code", fund.startsWith(prefix) ? fund.substring(prefix.length()) : fund);
    String name = Exported.first(Exported.shown(funds.getOrDefault(fund, List.of())));
    if (name != null) {
      programme.put("title", name);
    }
  }

  private void payments(ObjectNode json, GrantState state) {
    BigDecimal paid = BigDecimal.ZERO;
    for (Payment payment : state.payments()) {
      Disbursement body = payment.body();
      paid = body.unit().equals(state.body().unit()) ? paid.add(payment.rest()) : paid;
      // A total to date is no payment, and a payment taken back as a whole is none any more.
      if (body.basis() != DisbursementBasis.TO_DATE
          && payment.rest().signum() > 0
          && Exported.isMoney(body.unit())) {
        payment(json.withArray("disbursementTransaction").addObject(), state.entry(), payment);
      }
    }
    if (paid.signum() > 0) {
      json.put("amountDisbursed", number(paid));
    }
  }

  private void payment(ObjectNode json, EntryRecord grant, Payment payment) {
    EntryRecord entry = payment.entry();
    String own = LineIds.ownPayment(id(grant), LineIds.lineOf(entry.id()));
    if (own != null) {
      json.put("id", own);
    }
    json.put("transactionDate", Exported.date(entry).toString());
    json.put("currency", payment.body().unit().code());
    json.put("value", number(payment.rest()));
    Party receiver = payment.body().receiver();
    if (receiver != null && receiver.org() != null) {
      json.put("recipient", receiver.org());
    }
    proof(json, entry);
  }

  private void proof(ObjectNode json, EntryRecord entry) {
    ObjectNode proof =
        json.putObject(EXTENSION)
            .put("leafIndex", entry.index())
            .put("leafHash", entry.hash().hex())
            .put("size", checkpoint.size());
    if (Exported.isUndated(entry)) {
      proof.put("date", "recorded");
    }
  }

  private @Nullable String text(EntryRecord entry, String role) {
    return Exported.first(Exported.texts(texts, entry, role));
  }

  /** Without digits that say nothing, and never with an exponent. */
  private static BigDecimal number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
