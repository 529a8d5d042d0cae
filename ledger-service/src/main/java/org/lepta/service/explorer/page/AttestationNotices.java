package org.lepta.service.explorer.page;

import java.util.List;
import org.lepta.ledger.entry.Attestation;
import org.lepta.service.indexing.read.Attestations.Attested;
import org.lepta.ui.view.Notice;

/** What auditors attested, for readers. */
final class AttestationNotices {

  private AttestationNotices() {}

  /** Lets the names of auditors and funds be looked up. */
  static void addNames(NameBooks wanted, List<Attested> attestations) {
    for (Attested attested : attestations) {
      wanted.entries(List.of(attested.entry()));
    }
  }

  static List<Notice> of(View view, List<Attested> attestations) {
    return attestations.stream().map(attested -> notice(view, attested)).toList();
  }

  private static Notice notice(View view, Attested attested) {
    Attestation note = attested.note();
    String auditor = attested.entry().entry().header().statedBy();
    String recorder = attested.entry().leaf().recordedBy();
    return new org.lepta.ui.view.Attested(
            note.fund() == null ? null : view.fund(note.fund()).label(),
            view.organisation(auditor).name(),
            recorder.equals(auditor) ? null : view.organisation(recorder).name(),
            note.logSize(),
            view.day(note.periodTo()),
            note.result(),
            attested.ofThisLog(),
            attested.entry().index())
        .notice(view.language());
  }
}
