package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifiedSignature;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TileTree;
import org.lepta.service.transparency.witness.WitnessClient;
import org.lepta.service.transparency.witness.WitnessClient.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the newest published checkpoint cosigned, one after the other, by all witnesses at once.
 * Their trouble delays what is cosigned and never what is published; their evidence that our key
 * signed something else stops the signing.
 */
final class Cosigning implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Policy policy;
  private final TileFiles tiles;
  private final CosignedFile file;
  private final DrawCheckpoints draws;
  private final PublicState state;
  private final Halt halt;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(FIRST_PAUSE).build();
  private final List<WitnessClient> clients = new ArrayList<>();
  private final List<LogState.WitnessState> seen = new ArrayList<>();
  private final Thread loop;
  private volatile boolean closing;
  private boolean troubled;

  /** Ends the signing. */
  @FunctionalInterface
  interface Halt {
    void now(LogAlarm alarm, String detail);
  }

  /**
   * Prepares the asking of a policy's witnesses.
   *
   * @throws IllegalArgumentException if a witness of the policy has no address
   */
  Cosigning(
      Policy policy,
      TileFiles tiles,
      CosignedFile file,
      DrawCheckpoints draws,
      PublicState state,
      Halt halt) {
    this.policy = policy;
    this.tiles = tiles;
    this.file = file;
    this.draws = draws;
    this.state = state;
    this.halt = halt;
    for (Policy.Witness witness : policy.witnesses()) {
      clients.add(new WitnessClient(witness, state::keys, http));
      seen.add(before(witness, state.cosigned()));
    }
    state.witnesses(seen);
    this.loop = Thread.ofPlatform().name("lepta-cosigning").unstarted(this::run);
  }

  /** What a witness did before this process: its signature under what was cosigned last. */
  private static LogState.WitnessState before(
      Policy.Witness witness, @Nullable SignedCheckpoint cosigned) {
    String vkey = witness.key().toString();
    List<VerifiedSignature> signatures =
        cosigned == null ? List.of() : verified(cosigned, List.of(witness.key()));
    if (cosigned == null || signatures.isEmpty()) {
      return new LogState.WitnessState(witness.name(), vkey, 0, null, null);
    }
    return new LogState.WitnessState(
        witness.name(),
        vkey,
        cosigned.checkpoint().size(),
        signatures.getFirst().cosignedAt(),
        null);
  }

  private static List<VerifiedSignature> verified(
      SignedCheckpoint cosigned, List<VerifierKey> keys) {
    try {
      return NoteCheck.of(cosigned.note(), keys).verified();
    } catch (FaultException e) {
      return List.of();
    }
  }

  void start() {
    loop.start();
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!closing) {
        SignedCheckpoint newest = state.checkpoint();
        SignedCheckpoint before = state.cosigned();
        if (newest == null || (before != null && isComplete(before, newest))) {
          long size = newest == null ? 0 : newest.checkpoint().size();
          state.awaitPublished(size + 1, LOOK);
        } else if (attempt(newest)) {
          pause = FIRST_PAUSE;
        } else {
          Thread.sleep(pause);
          pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("no checkpoint is cosigned any more: {}", e.getMessage(), e);
      halt.now(LogAlarm.LOG_FAILED, "cosigning has failed: " + e.getMessage());
    }
  }

  /** Trouble with files, such as a full disk, may pass; the alarm stands as long as it lasts. */
  private boolean attempt(SignedCheckpoint newest) throws InterruptedException {
    try {
      boolean all = round(newest);
      if (troubled) {
        LOG.info("cosigned checkpoints are stored again");
        troubled = false;
        state.alarm(null);
      }
      return all;
    } catch (IOException | UncheckedIOException e) {
      if (!troubled) {
        LOG.error("{}: {}", LogAlarm.LOG_FILES_TROUBLE, e.getMessage());
      }
      troubled = true;
      String what = "a cosigned checkpoint cannot be stored: " + e.getMessage();
      state.alarm(new LogState.Alarm(LogAlarm.LOG_FILES_TROUBLE, what));
      return false;
    }
  }

  private boolean isComplete(SignedCheckpoint before, SignedCheckpoint newest) {
    return before.isOf(newest) && before.note().signatures().size() == 1 + clients.size();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /**
   * Asks every witness for one checkpoint.
   *
   * @return whether all have cosigned it
   */
  private boolean round(SignedCheckpoint newest) throws InterruptedException, IOException {
    List<Outcome> outcomes = askAll(newest);
    SignedNote note = newest.note();
    boolean all = true;
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case Outcome.Cosigned cosigned -> {
          note = note.with(cosigned.signature());
          seen(i, newest.checkpoint().size(), null);
        }
        case Outcome.Trouble trouble -> {
          all = false;
          seen(i, seen.get(i).size(), trouble.reason());
        }
        case Outcome.Contradiction contradiction -> {
          stop(clients.get(i).witness(), contradiction.note());
          return false;
        }
      }
    }
    state.witnesses(seen);
    return take(new SignedCheckpoint(newest.checkpoint(), note)) && all;
  }

  private List<Outcome> askAll(SignedCheckpoint newest) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Outcome>> questions = new ArrayList<>();
      for (WitnessClient client : clients) {
        // Each has its own view of the tree, which is not thread-safe.
        questions.add(() ->
            client.ask(
                newest.checkpoint(),
                newest.note(),
                new TileTree(tiles, newest.checkpoint().size()).tree()));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> answer : threads.invokeAll(questions)) {
        outcomes.add(answer.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unreadable) {
        throw new UncheckedIOException(unreadable.getCause());
      }
      throw new IllegalStateException("a witness could not be asked: " + e.getCause(), e);
    }
  }

  private void seen(int witness, long size, @Nullable String trouble) {
    LogState.WitnessState before = seen.get(witness);
    if (trouble != null && before.trouble() == null) {
      LOG.warn("the witness {} does not cosign: {}", before.name(), trouble);
    } else if (trouble == null && before.trouble() != null) {
      LOG.info("the witness {} cosigns again", before.name());
    }
    Instant when = trouble == null ? Instant.now() : before.lastSeen();
    seen.set(witness, new LogState.WitnessState(before.name(), before.vkey(), size, when, trouble));
  }

  /**
   * What enough witnesses have cosigned is durable before it is shown.
   *
   * @return whether it need not be asked for again
   */
  private boolean take(SignedCheckpoint cosigned) throws IOException {
    boolean enough =
        cosigned.note().signatures().size() > 1 && isEnough(policy, state.keys(), cosigned);
    if (enough && !draws.cosigned(cosigned)) {
      return false;
    }
    if (enough) {
      file.write(cosigned);
      state.cosigned(cosigned);
    }
    return true;
  }

  /** Returns whether one of our keys has signed and enough witnesses have cosigned. */
  static boolean isEnough(Policy policy, List<VerifierKey> ours, SignedCheckpoint checkpoint) {
    try {
      List<VerifierKey> keys = new ArrayList<>(ours);
      policy.witnesses().forEach(witness -> keys.add(witness.key()));
      NoteCheck check = NoteCheck.of(checkpoint.note(), keys);
      return ours.stream().anyMatch(check::isSignedBy)
          && policy.isQuorumMet(policy.witnessesAmong(check));
    } catch (FaultException e) {
      return false;
    }
  }

  private void stop(Policy.Witness witness, SignedNote evidence) {
    closing = true;
    halt.now(
        LogAlarm.LOG_WITNESS_CONTRADICTS,
        "the witness %s holds a checkpoint of our key that is no part of this log; %s"
            .formatted(witness.name(), keep(evidence)));
  }

  /** The signing ends even where the evidence cannot be kept. */
  private String keep(SignedNote evidence) {
    try {
      return "it is kept in " + file.keepContradiction(evidence);
    } catch (IOException e) {
      LOG.error("the contradiction cannot be kept: {}", new String(evidence.bytes(), UTF_8), e);
      return "it could not be kept, and stands in the service's log: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    closing = true;
    loop.interrupt();
    try {
      if (loop.getState() != Thread.State.NEW) {
        loop.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
