package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.ProcessLock;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.wire.BlockDecoder;

/**
 * A ledger in one folder, kept by one process: the same contract, blocks and rules as on a Fabric
 * network, without the network.
 *
 * <p>Thread-safe. Everything that a caller was told is durable; a killed process loses only what
 * nobody was told about. {@link #close} orders what waits and then gives the folder back.
 */
public final class EmbeddedLedger implements Ledger {
  private final EmbeddedSettings settings;
  private final ProcessLock lock;
  private final IdentityStore store;
  private final Map<String, Identity> identities;
  private final WorldState state;
  private final BlockFile file;
  private final Endorser endorser;
  private final Ordering ordering;
  private final BlockDecoder decoder;
  private final ExecutorService completions = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Keeper keeper;

  private EmbeddedLedger(EmbeddedSettings settings, ProcessLock lock) throws IOException {
    this.settings = settings;
    this.lock = lock;
    this.store = new IdentityStore(settings.folder().resolve("identities"));
    this.identities = new HashMap<>(store.load());
    this.state = new WorldState();
    var channel = new Proposal.Channel(settings.channel(), settings.namespace());
    Replay replay = new Replay(channel, state, false);
    this.file = BlockFile.open(settings.folder(), replay::add);
    try {
      Chain chain = new Chain(file, state, settings.namespace(), replay.finish());
      this.keeper = start(chain, replay.config());
      this.endorser = new Endorser(settings.contract(), channel, state, settings.clock());
      this.decoder = new BlockDecoder(settings.namespace());
      this.ordering = new Ordering(chain, keeper, settings.limits(), this::setKeeper, completions);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Opens the ledger in a folder, or makes a new one there. World state is rebuilt from the blocks,
   * and their chain, verdicts and commit hashes are checked on the way; a torn end is cut with a
   * warning.
   *
   * @throws BrokenLedgerException if a block or an identity is damaged or gone
   * @throws FolderInUseException if another ledger has the folder open
   * @throws IOException if the folder cannot be read or written
   */
  public static EmbeddedLedger open(EmbeddedSettings settings) throws IOException {
    Path folder = settings.folder();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ProcessLock lock = FolderLock.take(folder);
    try {
      EmbeddedLedger ledger = new EmbeddedLedger(settings, lock);
      ledger.ordering.start();
      return ledger;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Begins a new chain, or finds the identities of the old one and of a member half added. */
  private Keeper start(Chain chain, @Nullable ChannelConfig config) throws IOException {
    if (config == null) {
      Identity orderer = store.create("", settings.clock().instant());
      identities.put(orderer.mspId(), orderer);
      Keeper fresh = Keeper.of(ChannelConfig.genesis(orderer), identities);
      chain.commit(envelope(fresh), fresh);
      return fresh;
    }
    return Keeper.of(config, identities);
  }

  private ByteString envelope(Keeper next) {
    return BlockAssembly.configuration(
        next.config(), settings.channel(), next.orderer(), settings.clock().instant());
  }

  private void setKeeper(Keeper next) {
    keeper = next;
  }

  @Override
  public Outcome submit(Submission submission)
      throws NotSentException, OutcomeUnknownException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Endorser.Result<Endorsed> result = endorser.endorse(submission, keeper);
    if (result.refused() != null) {
      return result.refused();
    }
    Endorsed endorsed = result.get();
    CompletableFuture<Outcome> outcome = order(endorsed);
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case NotSentException cause -> throw cause;
        case OutcomeUnknownException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(endorsed.txId(), "interrupted while waiting", e);
    }
  }

  @Override
  public CompletableFuture<Outcome> submitAsync(Submission submission) {
    try {
      Endorser.Result<Endorsed> result = endorser.endorse(submission, keeper);
      return result.refused() == null
          ? order(result.get())
          : CompletableFuture.completedFuture(result.refused());
    } catch (NotSentException e) {
      return CompletableFuture.failedFuture(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(
          new NotSentException("interrupted before it was ordered", e));
    }
  }

  /** Hands an endorsed transaction over to ordering. */
  CompletableFuture<Outcome> order(Endorsed endorsed)
      throws NotSentException, InterruptedException {
    int size = endorsed.envelope().size();
    if (size > settings.limits().largest()) {
      throw new NotSentException(
          size + " bytes are more than the " + settings.limits().largest() + " allowed", null);
    }
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    ordering.put(new Job.Transaction(endorsed, outcome));
    return outcome;
  }

  @Override
  public Evaluation evaluate(Submission submission) throws UnreachableException {
    try {
      Endorser.Result<Bytes> result = endorser.evaluate(submission, keeper);
      return result.refused() == null ? new Answer(result.get()) : result.refused();
    } catch (NotSentException e) {
      throw new UnreachableException("no answer: " + e.getMessage(), e);
    }
  }

  @Override
  public long height() {
    return file.index().height();
  }

  @Override
  public BlockCursor open(long fromBlock) {
    DecodingCursor.Blocks blocks =
        new DecodingCursor.Blocks() {
          @Override
          public boolean await(long number, Duration timeout) throws InterruptedException {
            return file.index().await(number, timeout);
          }

          @Override
          public byte[] read(long number) throws IOException {
            return file.read(number);
          }
        };
    return new DecodingCursor(blocks, decoder, fromBlock);
  }

  /** One keeper runs what it runs; nobody agreed on it. */
  @Override
  public Optional<String> agreedBuild() {
    return Optional.empty();
  }

  @Override
  public List<Member> list() {
    return keeper.members().stream().map(Identity::member).toList();
  }

  @Override
  public Optional<Member> find(String organisation) {
    return Optional.ofNullable(keeper.byOrganisation().get(organisation)).map(Identity::member);
  }

  @Override
  public synchronized Member addMember(String organisation)
      throws NotSentException, InterruptedException {
    if (organisation.isEmpty()) {
      throw new IllegalArgumentException("an organisation has an id");
    }
    Optional<Member> present = find(organisation);
    if (present.isPresent()) {
      return present.get();
    }
    try {
      Identity identity = halfAdded(organisation);
      identities.put(identity.mspId(), identity);
      Keeper next = Keeper.of(keeper.config().with(identity), identities);
      CompletableFuture<Keeper> done = new CompletableFuture<>();
      ordering.put(new Job.Configuration(next, envelope(next), done));
      done.get();
      return identity.member();
    } catch (IOException | ExecutionException e) {
      throw new NotSentException("the member could not be entered", e);
    }
  }

  /**
   * A process killed between identity and configuration block leaves an identity to be used now.
   */
  private Identity halfAdded(String organisation) throws IOException {
    for (Identity identity : identities.values()) {
      if (identity.member().organisation().equals(organisation)) {
        return identity;
      }
    }
    return store.create(organisation, settings.clock().instant());
  }

  /** Returns SHA-256 over world state: equal on two ledgers exactly if their states are. */
  public String stateHash() {
    return state.hash();
  }

  /** Returns why nothing can be written any more; empty while all is well. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(ordering.failure());
  }

  @Override
  public void close() throws IOException {
    try (lock;
        file;
        completions) {
      ordering.close();
    }
  }
}
