package org.lepta.service.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.rule.Recorded;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.Members;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.Submissions;

/**
 * Records a sample, chapter after chapter. What is on the ledger already is left as it is, texts
 * included, so that loading can be broken off and taken up again. For one thread.
 */
public final class SampleLoader {

  private final Members members;
  private final Submissions submissions;
  private final RecordedEntries recorded;
  private final String operator;

  /**
   * Makes a loader.
   *
   * @param operator the first member, who admits the others
   */
  public SampleLoader(
      Members members, Submissions submissions, RecordedEntries recorded, String operator) {
    this.members = members;
    this.submissions = submissions;
    this.recorded = recorded;
    this.operator = operator;
  }

  /** Is told how far loading came. */
  @FunctionalInterface
  public interface Progress {

    /** So many entries are on the ledger, and this is what is loaded next. */
    void at(long entries, String next);
  }

  /**
   * What loading did.
   *
   * @param added entries that were recorded now
   * @param found entries that were there before
   */
  public record Report(int added, int found) {}

  /** The ledger does not take the sample, or holds something else under its ids. */
  public static final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    LoadException(String message) {
      super(message);
    }
  }

  /**
   * Records what is missing; all of it is committed and durable on return.
   *
   * @throws LoadException at the first entry that cannot be recorded; those before it stay
   * @throws org.lepta.service.ledger.recording.RecordingException if the fate of some could not be
   *     learned; loading again is safe
   */
  public Report load(Sample sample, Progress progress) throws InterruptedException, LoadException {
    int done = 0;
    int added = 0;
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(sample.organisations());
    chapters.add(admissions(sample.members()));
    chapters.addAll(sample.chapters());
    for (Chapter chapter : chapters) {
      progress.at(done, chapter.title());
      added += load(chapter);
      done += chapter.drafts().size();
    }
    progress.at(done, "");
    return new Report(added, done - added);
  }

  private Chapter admissions(List<String> organisations)
      throws InterruptedException, LoadException {
    List<Draft> drafts = new ArrayList<>();
    try {
      for (String organisation : organisations) {
        String msp = members.addMember(organisation).mspId();
        drafts.add(Draft.of(new Entry(Header.of(organisation, operator), new Member(msp))));
      }
      return new Chapter("Members", drafts);
    } catch (NotSentException e) {
      throw new LoadException("a member could not be admitted: " + e.getMessage());
    }
  }

  private int load(Chapter chapter) throws InterruptedException, LoadException {
    List<Draft> missing = missing(chapter);
    List<RecordResult> results = submissions.submit(missing);
    int added = 0;
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case RecordResult.Recorded yes -> added++;
        case RecordResult.Repeated again -> {}
        case RecordResult.Refused no ->
            throw new LoadException(
                "%s is refused: %s %s"
                    .formatted(missing.get(i).entry().qualifiedId(), no.code(), no.detail()));
      }
    }
    return added;
  }

  private List<Draft> missing(Chapter chapter) throws LoadException {
    Map<Identity, Entry> known =
        recorded.find(chapter.drafts().stream().map(draft -> Identity.of(draft.entry())).toList());
    List<Draft> missing = new ArrayList<>();
    for (Draft draft : chapter.drafts()) {
      Entry before = known.get(Identity.of(draft.entry()));
      if (before == null) {
        missing.add(draft);
      } else {
        requireSame(before, draft.entry());
      }
    }
    return missing;
  }

  private static void requireSame(Entry before, Entry now) throws LoadException {
    try {
      Recorded.requireSame(before, now);
    } catch (RefusedException e) {
      throw new LoadException(
          "%s is on this ledger with another %s, from another version of the sample"
              .formatted(now.qualifiedId(), e.detail()));
    }
  }
}
