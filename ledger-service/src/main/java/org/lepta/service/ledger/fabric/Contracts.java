package org.lepta.service.ledger.fabric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;

/**
 * Calls the contract through the gateways of peers, one after the other: to read state, and to have
 * a transaction endorsed. Which members endorse is the gateway's choice by the policies of the
 * channel and of the keys that its own peer sees written, with others in place of dead ones, unless
 * the submission names them. Thread-safe.
 */
final class Contracts {
  /** How long peers may take to come to the same block before that counts as trouble. */
  private static final Duration TOGETHER = Duration.ofSeconds(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  private final Peers peers;
  private final FabricSettings settings;
  private final FabricMembers members;

  Contracts(Peers peers, FabricSettings settings, FabricMembers members) {
    this.peers = peers;
    this.settings = settings;
    this.members = members;
  }

  /** Reads committed state of the peer whose blocks are followed, or else of another. */
  Evaluation evaluate(Submission submission) throws UnreachableException {
    FabricIdentity signer =
        members
            .identity(submission.organisation())
            .orElseThrow(() ->
                new UnreachableException("no identity of " + submission.organisation(), null));
    List<String> tried = new ArrayList<>();
    GatewayException last = null;
    for (Link link : peers.inOrder()) {
      try {
        Proposal proposal = proposal(link, signer, submission).build();
        return new Answer(Bytes.of(proposal.evaluate()));
      } catch (GatewayException e) {
        Failure failure = Calls.proposal(e);
        if (failure.refused() != null) {
          return failure.refused();
        }
        if (failure.kind() == Failure.Kind.FAILED) {
          throw new UnreachableException("the contract failed: " + failure.message(), e);
        }
        note(link, e, tried);
        last = e;
      }
    }
    throw new UnreachableException("no answer: " + String.join(" | ", tried), last);
  }

  /**
   * Has a transaction endorsed.
   *
   * @throws NotSentException if the contract failed, or the policies cannot be satisfied now
   */
  Endorsed endorse(Submission submission) throws NotSentException, InterruptedException {
    FabricIdentity signer = signer(submission.organisation());
    String[] endorsers = endorsers(submission);
    long patience = System.nanoTime() + TOGETHER.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Round round = round(signer, submission, endorsers);
      Optional<Endorsed> result = round.result();
      if (result.isPresent()) {
        return result.get();
      }
      if (!round.soon() || System.nanoTime() - patience >= 0) {
        throw new NotSentException(
            "not endorsed: " + String.join(" | ", round.tried()), round.last());
      }
      Thread.sleep(pause);
      pause = Duration.ofNanos(Math.min(2 * pause.toNanos(), LONGEST_PAUSE.toNanos()));
    }
  }

  /** One round over the peers: what came out, or why nothing did and whether it soon may. */
  private record Round(
      Optional<Endorsed> result,
      boolean soon,
      List<String> tried,
      @Nullable GatewayException last) {}

  private Round round(FabricIdentity signer, Submission submission, String[] endorsers)
      throws NotSentException, InterruptedException {
    List<String> tried = new ArrayList<>();
    GatewayException last = null;
    for (Link link : peers.inOrder()) {
      try {
        var proposal = proposal(link, signer, submission).setEndorsingOrganizations(endorsers);
        Transaction endorsed = proposal.build().endorse();
        Transaction signed =
            link.gateway(signer)
                .newSignedTransaction(endorsed.getBytes(), signer.sign(endorsed.getDigest()));
        Endorsed ready = new Endorsed.Ready(signer, link, signed);
        return new Round(Optional.of(ready), false, tried, null);
      } catch (EndorseException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        Failure failure = Calls.proposal(e);
        last = e;
        switch (failure.kind()) {
          case REFUSED -> {
            return new Round(
                Optional.of(new Endorsed.No(Objects.requireNonNull(failure.refused()))),
                false,
                tried,
                e);
          }
          case FAILED -> throw new NotSentException("the contract failed: " + failure.message(), e);
          case REJECTED -> throw new NotSentException("not endorsed: " + failure.message(), e);
          case BEHIND, BUSY -> {
            note(link, e, tried);
            return new Round(Optional.empty(), true, tried, e);
          }
          default -> note(link, e, tried);
        }
      }
    }
    return new Round(Optional.empty(), false, tried, last);
  }

  private void note(Link link, GatewayException e, List<String> tried) {
    if (Calls.isOfTheLink(e)) {
      peers.failed(link);
    }
    tried.add(link + ": " + Calls.explain(e));
  }

  private Proposal.Builder proposal(Link link, FabricIdentity signer, Submission submission) {
    Map<String, byte[]> hidden = new HashMap<>();
    submission.transientData().forEach((name, value) -> hidden.put(name, value.toArray()));
    return link.network(signer)
        .getContract(settings.contract())
        .newProposal(submission.function())
        .addArguments(submission.args().stream().map(Bytes::toArray).toArray(byte[][]::new))
        .putAllTransient(hidden);
  }

  private String[] endorsers(Submission submission) throws NotSentException {
    List<String> mspIds = new ArrayList<>();
    for (String organisation : submission.endorsers()) {
      mspIds.add(
          members
              .mspId(organisation)
              .orElseThrow(
                  () -> new NotSentException("not on this network: " + organisation, null)));
    }
    return mspIds.toArray(String[]::new);
  }

  private FabricIdentity signer(String organisation) throws NotSentException {
    return members
        .identity(organisation)
        .orElseThrow(() -> new NotSentException("no identity of " + organisation, null));
  }
}
