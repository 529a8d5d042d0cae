package org.lepta.service.explorer.api;

import java.util.List;
import org.lepta.ledger.entry.Attestation;
import org.lepta.service.indexing.read.Attestations.Attested;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What auditors attested, in the read API. */
final class AttestationJson {

  private AttestationJson() {}

  static void put(ArrayNode list, List<Attested> attestations) {
    for (Attested attested : attestations) {
      Attestation note = attested.note();
      ObjectNode json = list.addObject();
      json.put("leafIndex", attested.entry().index());
      json.put("statedBy", attested.entry().entry().header().statedBy());
      json.put("recordedBy", attested.entry().leaf().recordedBy());
      json.put("scope", note.scope());
      json.put("logSize", note.logSize());
      json.put("logRoot", note.logRoot().hex());
      json.put("result", note.result());
      json.put("periodFrom", note.periodFrom() == null ? null : note.periodFrom().toString());
      json.put("periodTo", note.periodTo() == null ? null : note.periodTo().toString());
      json.put("ofThisLog", attested.ofThisLog());
    }
  }
}
