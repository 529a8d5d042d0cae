package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bouncycastle.tsp.TimeStampRequest;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has checkpoints stamped by a timestamp authority (RFC 3161), in a thread of its own. Trouble
 * delays the stamps, and never what is published. Thread-safe.
 */
public final class TimestampAnchor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TimestampAnchor.class);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int MOST_BYTES = 256 << 10;
  private static final int OK = 200;
  private static final int NONCE_BITS = 64;

  private final TimestampSettings settings;
  private final Supplier<Optional<SignedNote>> newest;
  private final TimestampFiles files;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final HttpClient http;
  private final AtomicReference<TimestampState> state;
  private final Thread loop;
  private final CountDownLatch closing = new CountDownLatch(1);

  TimestampAnchor(TimestampSettings settings, Supplier<Optional<SignedNote>> newest, Clock clock)
      throws IOException {
    this.settings = settings;
    this.newest = newest;
    this.clock = clock;
    this.files = TimestampFiles.open(settings.folder());
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.state =
        new AtomicReference<>(new TimestampState(settings.authority().getHost(), stored(), null));
    this.loop = Thread.ofPlatform().name("lepta-timestamps").unstarted(this::run);
  }

  /**
   * Prepares it; nobody is asked before {@link #start}.
   *
   * @param newest checkpoint that everybody sees; nothing where the log must not go on
   */
  public static TimestampAnchor open(
      TimestampSettings settings, Supplier<Optional<SignedNote>> newest) throws IOException {
    return new TimestampAnchor(settings, newest, Clock.systemUTC());
  }

  private TimestampState.@Nullable Stamped stored() throws IOException {
    OptionalLong size = files.newest();
    if (size.isEmpty()) {
      return null;
    }
    try {
      Checkpoint checkpoint =
          Checkpoint.parse(SignedNote.parse(files.note(size.getAsLong())).text());
      return new TimestampState.Stamped(
          checkpoint.size(),
          checkpoint.root(),
          TimestampToken.timeUnverified(files.token(size.getAsLong())));
    } catch (FaultException e) {
      throw new IOException("a stamped checkpoint cannot be read: " + e.detail(), e);
    }
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** Returns how the timestamps stand. */
  public TimestampState state() {
    return state.get();
  }

  /** Returns a stored file by its name, {@code <size>.checkpoint} or {@code <size>.tsr}. */
  public Optional<Path> file(String name) {
    return files.find(name);
  }

  private void run() {
    Duration pause = settings.look();
    try {
      do {
        pause = attempt() ? settings.look() : min(pause.multipliedBy(2), LONGEST_PAUSE);
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private boolean attempt() throws InterruptedException {
    try {
      look();
      return true;
    } catch (AnchorException e) {
      trouble(e.trouble(), e);
    } catch (IOException e) {
      trouble(AnchorTrouble.ANCHOR_FILES_TROUBLE, e);
    } catch (FaultException | RuntimeException e) {
      trouble(AnchorTrouble.ANCHOR_FAILED, e);
    }
    return false;
  }

  private void trouble(AnchorTrouble code, Exception cause) {
    AnchorState.Trouble now = new AnchorState.Trouble(code, String.valueOf(cause.getMessage()));
    TimestampState before =
        state.getAndUpdate(s -> new TimestampState(s.authority(), s.newest(), now));
    AnchorState.Trouble known = before.trouble();
    if (closing.getCount() > 0 && (known == null || known.code() != code)) {
      LOG.warn("{}: no checkpoint is stamped now: {}", code, cause.getMessage(), cause);
    }
  }

  /** Takes a token for the newest checkpoint, if it is time for one. */
  void look() throws AnchorException, IOException, FaultException, InterruptedException {
    SignedNote note = newest.get().orElse(null);
    if (note == null) {
      return;
    }
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    TimestampState.Stamped before = state.get().newest();
    if (before != null
        && (checkpoint.size() <= before.size()
            || clock.instant().isBefore(before.time().plus(settings.every())))) {
      return;
    }
    if (checkpoint.size() > 0) {
      stamp(checkpoint, note.bytes());
    }
  }

  private void stamp(Checkpoint checkpoint, byte[] note)
      throws AnchorException, IOException, InterruptedException {
    TimeStampRequest request = TimestampToken.request(note, new BigInteger(NONCE_BITS, random));
    byte[] answer = ask(request.getEncoded());
    TimestampState.Stamped stamped =
        new TimestampState.Stamped(
            checkpoint.size(),
            checkpoint.root(),
            TimestampToken.verify(request, answer, settings.roots(), clock.instant()));
    files.write(checkpoint.size(), note, answer);
    state.set(new TimestampState(state.get().authority(), stamped, null));
    LOG.info("the checkpoint of size {} is stamped", checkpoint.size());
  }

  private byte[] ask(byte[] request) throws AnchorException, InterruptedException {
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(settings.authority())
                  .timeout(LONGEST)
                  .header("Content-Type", "application/timestamp-query")
                  .header("Accept", "application/timestamp-reply")
                  .POST(BodyPublishers.ofByteArray(request))
                  .build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      if (answer.statusCode() != OK) {
        throw new AnchorException(
            AnchorTrouble.ANCHOR_AUTHORITY_UNREACHABLE,
            "the authority answers with status " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_AUTHORITY_UNREACHABLE, "the authority gives no answer", e);
    }
  }

  @Override
  public void close() {
    // Not by an interrupt, which could come while a file is written.
    closing.countDown();
    http.shutdownNow();
    try {
      if (loop.getState() != Thread.State.NEW) {
        loop.join(Duration.ofSeconds(30));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
