package org.lepta.service.submission;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;

/** Stores texts, fills in their hashes, chooses the signer and records. Thread-safe. */
public final class Submissions {

  private final Recorder recorder;
  private final TextStore texts;
  private final Signers signers;
  private final SecureRandom random = new SecureRandom();

  public Submissions(Recorder recorder, TextStore texts, Signers signers) {
    this.recorder = recorder;
    this.texts = texts;
    this.signers = signers;
  }

  /**
   * Records drafts in order and waits until the fate of each is known; recorded ones are committed
   * and durable on return, and so are their texts.
   *
   * @return one result per draft
   * @throws org.lepta.service.kernel.RefusalException with {@code TEXT_NOT_HASHED}, before anything
   *     is recorded, if a draft is a release that needs approvals and brings a plain text
   * @throws org.lepta.service.ledger.recording.RecordingException if the fate of some could not be
   *     learned; submitting all of them again is safe
   */
  public List<RecordResult> submit(List<Draft> drafts) throws InterruptedException {
    drafts.forEach(this::requireApprovable);
    List<Entry> entries = store(drafts);
    RecordResult[] results = new RecordResult[entries.size()];
    int from = 0;
    while (from < entries.size()) {
      String signer = signers.of(entries.get(from));
      int to = from + 1;
      while (to < entries.size() && signers.of(entries.get(to)).equals(signer)) {
        to++;
      }
      List<RecordResult> part = recorder.record(signer, entries.subList(from, to));
      for (int i = from; i < to; i++) {
        results[i] = part.get(i - from);
      }
      from = to;
    }
    return List.of(results);
  }

  /** Approvals sign a release's bytes; a text hashed here, with a fresh salt, is not in them. */
  private void requireApprovable(Draft draft) {
    if (draft.entry().body() instanceof Release release
        && !draft.texts().isEmpty()
        && signers.needsApprovals(release.fund())) {
      throw new Refusal(
              "TEXT_NOT_HASHED",
              "Approvals sign the release with the hashes of its texts; send hashes instead.")
          .exception();
    }
  }

  /** Texts are durable before any entry that names them is sent. */
  private List<Entry> store(List<Draft> drafts) {
    List<Entry> entries = new ArrayList<>(drafts.size());
    boolean stored = false;
    for (Draft draft : drafts) {
      Map<PlainText, TextHash> hashes = new LinkedHashMap<>();
      for (PlainText text : draft.texts()) {
        SaltedText salted = SaltedText.salted(text.text(), text.language(), random);
        texts.put(salted);
        hashes.put(text, new TextHash(text.role(), new Hash(salted.commitment().hex())));
        stored = true;
      }
      entries.add(with(draft.entry(), hashes.values()));
    }
    if (stored) {
      texts.sync();
    }
    return entries;
  }

  private static Entry with(Entry entry, Iterable<TextHash> hashes) {
    List<TextHash> all = new ArrayList<>(entry.header().texts());
    hashes.forEach(all::add);
    return new Entry(entry.header().with(all), entry.body());
  }
}
