package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at the chain and at most one step. Everything that it goes by is in the chain, in the
 * log, or in the file of what was sent, so that a round may end anywhere and the next one goes on.
 * One thread at a time.
 */
final class AnchorRound {

  private static final Logger LOG = LoggerFactory.getLogger(AnchorRound.class);

  private final AnchorSettings settings;
  private final AnchorLog log;
  private final Chain chain;
  private final SubmissionFile file;
  private final Clock clock;
  private final @Nullable Submitter submitter;
  private final Sha256 origin;
  private AnchorState.@Nullable Anchored anchored;

  AnchorRound(
      AnchorSettings settings,
      AnchorLog log,
      Chain chain,
      SubmissionFile file,
      MemberAnswers others,
      Clock clock) {
    this.settings = settings;
    this.log = log;
    this.chain = chain;
    this.file = file;
    this.clock = clock;
    this.origin = AnchoredRoot.originHash(settings.origin());
    this.submitter =
        settings
            .payer()
            .map(payer ->
                new Submitter(
                    settings,
                    payer,
                    chain,
                    file,
                    new SignatureCollection(
                        new TypedData(settings.contract()),
                        new MemberSigner(settings, log),
                        others),
                    log,
                    clock))
            .orElse(null);
  }

  /**
   * Looks, and does what is to be done.
   *
   * @return how the anchor stands after it
   * @throws AnchorException if nothing can be anchored now; if it {@linkplain
   *     AnchorTrouble#mayPass() cannot pass}, never
   */
  AnchorState run() throws AnchorException, IOException, InterruptedException {
    chain.require(origin);
    Optional<Checkpoint> newest = log.newest();
    // The number before the contents: what it counted is in the blocks that are read after it.
    Position position = submitter == null ? null : submitter.position();
    Head latest = chain.latest();
    Head lasting = chain.lasting(settings.depth());
    if (newest.isEmpty()) {
      return state(null);
    }
    compare(lasting, newest.get().size(), true);
    compare(latest, newest.get().size(), false);
    anchored = anchored(latest, lasting);
    if (submitter != null && position != null) {
      move(submitter, position, newest.get(), latest, lasting);
    }
    return state(file.read().filter(live -> live.size() > latest.size()).orElse(null));
  }

  /** Where the account stands: what was sent last, and the number of its next transaction. */
  record Position(@Nullable Submission live, BigInteger nonce) {

    /** Whether what was sent can still get into a block. */
    boolean isOpen() {
      return live != null && live.nonce().compareTo(nonce) >= 0;
    }
  }

  private void move(
      Submitter submitter, Position position, Checkpoint newest, Head latest, Head lasting)
      throws AnchorException, IOException, InterruptedException {
    Submission live = position.live();
    if (live != null && live.size() > latest.size()) {
      if (position.isOpen() && live.oldSize() == latest.size()) {
        submitter.keepAlive(live);
      } else {
        LOG.info("the anchor of size {} was overtaken or refused; another is made", live.size());
        submitter.submit(newest, latest, position);
      }
    } else if (latest.size() > lasting.size()) {
      // What is not final may come back; a second one beside it could then be alive as well.
      return;
    } else if (isDue(newest, latest)) {
      submitter.submit(newest, latest, position);
    } else if (live != null && !position.isOpen()) {
      file.delete();
    }
  }

  private boolean isDue(Checkpoint newest, Head latest) {
    Instant next = latest.size() == 0 ? Instant.MIN : latest.time().plus(settings.every());
    return newest.size() > latest.size() && !clock.instant().isBefore(next);
  }

  /**
   * Compares what stands in the contract with the own log. What a node says is no proof: it stops
   * the anchoring and nothing else.
   */
  private void compare(Head head, long published, boolean isFinal)
      throws AnchorException, IOException {
    if (head.size() > published) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_AHEAD,
          "the contract holds the size %d, and %d is published here"
              .formatted(head.size(), published));
    }
    Sha256 own = log.tree(published).root(head.size());
    if (!own.equals(head.root())) {
      String detail =
          "of the size %d the contract holds the root %s, and this log has %s"
              .formatted(head.size(), head.root(), own);
      throw isFinal
          ? new AnchorException(
              AnchorTrouble.ANCHOR_CONTRADICTS,
              detail + "; it is kept in " + file.keepContradiction(settings.contract(), head, own))
          : new AnchorException(AnchorTrouble.ANCHOR_DIFFERS, detail);
    }
  }

  private AnchorState.@Nullable Anchored anchored(Head latest, Head lasting)
      throws AnchorException {
    if (latest.size() == 0) {
      return null;
    }
    boolean isFinal = lasting.size() >= latest.size();
    AnchorState.Anchored before = anchored;
    boolean isKnown =
        before != null
            && before.size() == latest.size()
            && before.block() == latest.block()
            && before.isFinal() == isFinal
            && before.transaction() != null;
    return isKnown
        ? before
        : new AnchorState.Anchored(
            latest.size(),
            latest.root(),
            latest.time(),
            latest.block(),
            chain.transactionOf(latest).orElse(null),
            isFinal);
  }

  private AnchorState state(@Nullable Submission live) {
    AnchorState.Sent sent =
        live == null
            ? null
            : new AnchorState.Sent(live.size(), live.root(), live.hash(), live.since());
    return new AnchorState(settings.contract(), settings.origin(), anchored, sent, null);
  }
}
