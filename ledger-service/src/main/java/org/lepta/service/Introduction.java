package org.lepta.service;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Publication;
import org.lepta.service.consortium.Others;
import org.lepta.service.explorer.VerifierFile;
import org.lepta.service.indexing.read.LogKeys;
import org.lepta.service.indexing.read.Publications;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.ledger.recording.RecordingException;
import org.lepta.service.platform.Writing;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;
import org.lepta.service.submission.Submissions;
import org.lepta.service.transparency.log.TransparencyLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the organisation of this service known on the ledger, once. The member that started the
 * ledger admits the other members of its network; the others wait until they are admitted. Each
 * records its log's key before anything is signed with it; who cannot record signs at once, with a
 * key that is not on the ledger. Before anything is signed, the other services were asked once.
 */
@Component
class Introduction implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Operator operator;
  private final Writing writing;
  private final Recorder recorder;
  private final RecordedEntries recorded;
  private final Submissions submissions;
  private final TransparencyLog log;
  private final LogKeys keys;
  private final Others others;
  private final Thread waiting =
      Thread.ofPlatform().name("lepta-introduction").unstarted(this::awaitAdmission);
  private volatile IndexWait index = () -> {};

  /** Waits until the index has everything that is committed. */
  @FunctionalInterface
  interface IndexWait {
    void await() throws InterruptedException, UnreachableException;
  }

  Introduction(
      Operator operator,
      Writing writing,
      Recorder recorder,
      RecordedEntries recorded,
      Submissions submissions,
      TransparencyLog log,
      LogKeys keys,
      Others others) {
    this.operator = operator;
    this.writing = writing;
    this.recorder = recorder;
    this.recorded = recorded;
    this.submissions = submissions;
    this.log = log;
    this.keys = keys;
    this.others = others;
  }

  /** Introduces the organisation; if it is not admitted soon, goes on waiting in the background. */
  void begin(IndexWait wait) throws InterruptedException, UnreachableException {
    this.index = wait;
    if (writing.closed().isPresent()) {
      others.afterFirstRound(log::start);
      return;
    }
    admitOthers();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isAdmitted()) {
      if (System.nanoTime() - end > 0) {
        LOG.warn(
            "{} is not admitted yet: reads only, until a member does", operator.organisation());
        waiting.start();
        return;
      }
      Thread.sleep(LOOK);
    }
    introduce();
  }

  private boolean isAdmitted() {
    return recorder.admitted(operator.organisation()).stream()
        .anyMatch(member -> member.organisation().equals(operator.organisation()));
  }

  private void awaitAdmission() {
    try {
      boolean admitted = false;
      while (!admitted) {
        Thread.sleep(LOOK.multipliedBy(10));
        try {
          admitted = isAdmitted();
        } catch (RecordingException e) {
          LOG.debug("not known whether we are admitted", e);
        }
      }
      introduce();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RecordingException | UnreachableException e) {
      LOG.error("the organisation could not be introduced, start again: {}", e.getMessage(), e);
    }
  }

  /** Only the first member may, and it knows the others from its connection file. */
  private void admitOthers() throws InterruptedException, UnreachableException {
    List<Member> admitted = recorder.admitted(operator.organisation());
    if (!isFirstMember(admitted)) {
      return;
    }
    for (Member member : operator.otherMembers()) {
      if (!admitted.contains(member)) {
        Header header = Header.of(member.organisation(), operator.organisation());
        boolean admittedNow =
            record(Draft.of(new Entry(header, new Organisation(null))))
                && record(
                    Draft.of(new Entry(header, new org.lepta.ledger.entry.Member(member.mspId()))));
        LOG.info("{} {}", admittedNow ? "admitted" : "not admitted:", member.organisation());
      }
    }
  }

  private void introduce() throws InterruptedException, UnreachableException {
    introduceOperator();
    recordLogKey();
    recordVerifier();
    others.afterFirstRound(log::start);
  }

  private boolean isFirstMember(List<Member> admitted) {
    return !admitted.isEmpty()
        && admitted.getFirst().organisation().equals(operator.organisation());
  }

  /** The operator is an organisation like any other, with a name that pages can show. */
  private void introduceOperator() throws InterruptedException, UnreachableException {
    String organisation = operator.organisation();
    Entry entry = new Entry(Header.of(organisation, organisation), new Organisation(null));
    record(new Draft(entry, List.of(PlainText.of("name", operator.name()))));
  }

  /**
   * The key stands in the log before anything is signed with it. In a ledger of the first rules
   * version only the first member may record one; the others sign all the same.
   */
  private void recordLogKey() throws InterruptedException, UnreachableException {
    String vkey = log.state().vkey();
    if (vkey != null && record(logKey(vkey, null))) {
      recordNextKey(vkey);
    }
  }

  /** A key that was replaced already has no say in who comes next. */
  private void recordNextKey(String vkey) throws InterruptedException, UnreachableException {
    String next = log.nextKey().orElse(null);
    if (next == null || keys.endOf(vkey).isPresent()) {
      return;
    }
    if (!record(logKey(next, vkey)) || keys.endOf(vkey).isEmpty()) {
      LOG.error("{} cannot take over from {}: delete log-key.next and make another", next, vkey);
    }
  }

  private Draft logKey(String vkey, @Nullable String replaces) {
    String[] parts = vkey.split("\\+", 3);
    Header header =
        Header.of(operator.organisation() + "/log-key/" + parts[1], operator.organisation());
    return Draft.of(new Entry(header, new LogKey(vkey, replaces)));
  }

  /** The hash of the verifier that this service hands out, so that everybody is handed the same. */
  private void recordVerifier() throws InterruptedException, UnreachableException {
    Hash sha256 = new Hash(VerifierFile.sha256());
    Header header =
        Header.of(operator.organisation() + "/verifier/" + sha256.hex(), operator.organisation());
    record(
        Draft.of(
            new Entry(
                header, new Publication(Publications.VERIFIER, sha256, VerifierFile.VERSION))));
  }

  /** Records what is not on the ledger yet, and waits for the index; false if it is refused. */
  private boolean record(Draft draft) throws InterruptedException, UnreachableException {
    if (!recorded.find(List.of(Identity.of(draft.entry()))).isEmpty()) {
      return true;
    }
    if (submissions.submit(List.of(draft)).getFirst() instanceof RecordResult.Refused refused) {
      LOG.warn(
          "{} is not on the ledger: {} {}",
          draft.entry().qualifiedId(),
          refused.code(),
          refused.detail());
      return false;
    }
    index.await();
    return true;
  }

  @Override
  public void close() {
    waiting.interrupt();
    try {
      waiting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
