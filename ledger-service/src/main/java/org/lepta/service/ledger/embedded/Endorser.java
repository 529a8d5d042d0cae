package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.shim.Chaincode;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.wire.ContractCall;

/**
 * Plays client and endorsing peers: simulates a proposal once and lets the members sign the response
 * that the policies need. Thread-safe as far as the contract is, which must be: peers call it from many
 * threads too.
 */
final class Endorser {
  private static final int FIRST_ERROR_STATUS = 400;

  private final Chaincode contract;
  private final Proposal.Channel channel;
  private final WorldState state;
  private final Clock clock;

  Endorser(Chaincode contract, Proposal.Channel channel, WorldState state, Clock clock) {
    this.contract = contract;
    this.channel = channel;
    this.state = state;
    this.clock = clock;
  }

  /** What the contract did: its response, and what it read and wrote. */
  private record Simulation(Chaincode.Response response, SimulationStub stub) {}

  /** The end of a simulation: a refusal, or a value of the caller's choice. */
  record Result<T>(@Nullable T value, @Nullable Refused refused) {
    T get() {
      return Objects.requireNonNull(value, "refused");
    }
  }

  /**
   * Runs the contract over committed state; what it wrote is dropped.
   *
   * @throws NotSentException if the contract failed
   */
  Result<Bytes> evaluate(Submission submission, Keeper keeper) throws NotSentException {
    Proposal proposal = proposal(submission, keeper);
    Simulation simulation = simulate(proposal, false);
    Refused refused = refusal(simulation.response());
    return new Result<>(refused == null ? payload(simulation.response()) : null, refused);
  }

  /**
   * Runs the contract and has the result endorsed and signed.
   *
   * @throws NotSentException if the contract failed or the members cannot satisfy the policies
   */
  Result<Endorsed> endorse(Submission submission, Keeper keeper) throws NotSentException {
    Proposal proposal = proposal(submission, keeper);
    Simulation simulation = simulate(proposal, true);
    Refused refused = refusal(simulation.response());
    if (refused != null) {
      return new Result<>(null, refused);
    }
    KVRWSet set = simulation.stub().set().toSet();
    List<Identity> endorsers = endorsers(submission, proposal.creator(), set, keeper);
    Envelope envelope = transaction(proposal, simulation, set, endorsers);
    try {
      ContractCall parts = ContractCall.of(envelope, channel.namespace());
      CheckedCall call = CheckedCall.check(envelope, parts, keeper.msps());
      Bytes payload = payload(simulation.response());
      return new Result<>(new Endorsed(envelope.toByteString(), call, payload), null);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a transaction of our own cannot be read", e);
    }
  }

  private Proposal proposal(Submission submission, Keeper keeper) throws NotSentException {
    Identity creator = keeper.identity(submission.organisation());
    return Proposal.of(submission, creator, channel, clock.instant());
  }

  private Simulation simulate(Proposal proposal, boolean updating) throws NotSentException {
    var stub = new SimulationStub(state, proposal, channel.namespace(), updating);
    try {
      return new Simulation(state.reading(() -> contract.invoke(stub)), stub);
    } catch (RuntimeException e) {
      throw new NotSentException("the contract failed: " + e.getMessage(), e);
    }
  }

  private static @Nullable Refused refusal(Chaincode.Response response) throws NotSentException {
    if (response.getStatusCode() < FIRST_ERROR_STATUS) {
      return null;
    }
    String message = Objects.requireNonNullElse(response.getMessage(), "");
    return Refused.fromMessage(message)
        .orElseThrow(() -> new NotSentException("the contract failed: " + message, null));
  }

  private static Bytes payload(Chaincode.Response response) {
    byte[] payload = response.getPayload();
    return payload == null ? Bytes.EMPTY : Bytes.of(payload);
  }

  private List<Identity> endorsers(
      Submission submission, Identity creator, KVRWSet set, Keeper keeper)
      throws NotSentException {
    List<Identity> chosen = new ArrayList<>();
    if (submission.endorsers().isEmpty()) {
      for (String mspId : choose(creator, BlockValidator.writtenKeys(set), keeper)) {
        chosen.add(keeper.byMsp(mspId));
      }
      return chosen;
    }
    for (String organisation : submission.endorsers().stream().sorted().toList()) {
      chosen.add(keeper.identity(organisation));
    }
    return chosen;
  }

  /** Takes the creator, then who the keys' policies name, then others, until all policies hold. */
  private Collection<String> choose(Identity creator, Set<String> keys, Keeper keeper)
      throws NotSentException {
    Set<ByteString> policies =
        state.reading(() -> BlockValidator.policies(state, keeper.config(), keys));
    Set<String> candidates = new LinkedHashSet<>(List.of(creator.mspId()));
    ByteString channelPolicy = keeper.config().endorsement().toByteString();
    for (ByteString policy : policies) {
      if (!policy.equals(channelPolicy)) {
        candidates.addAll(Policies.named(policy));
      }
    }
    candidates.addAll(keeper.config().members().keySet());
    candidates.retainAll(keeper.config().members().keySet());
    Set<String> chosen = new LinkedHashSet<>();
    for (String candidate : candidates) {
      chosen.add(candidate);
      if (policies.stream().allMatch(policy -> Policies.isSatisfied(policy, chosen))) {
        return chosen;
      }
    }
    throw new NotSentException("the members here cannot satisfy the keys' policies", null);
  }

  private Envelope transaction(
      Proposal proposal, Simulation simulation, KVRWSet set, List<Identity> endorsers) {
    ByteString publicPayload = proposal.publicPayload(channel.namespace());
    ByteString response = response(proposal, simulation, set, publicPayload);
    var action = ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(response);
    for (Identity endorser : endorsers) {
      byte[] identity = endorser.serialized().toByteArray();
      action.addEndorsements(
          Endorsement.newBuilder()
              .setEndorser(endorser.serialized())
              .setSignature(endorser.sign(response.toByteArray(), identity)));
    }
    ByteString actionPayload =
        ChaincodeActionPayload.newBuilder()
            .setChaincodeProposalPayload(publicPayload)
            .setAction(action)
            .build()
            .toByteString();
    var transactionAction =
        TransactionAction.newBuilder()
            .setHeader(proposal.header().getSignatureHeader())
            .setPayload(actionPayload);
    ByteString payload =
        Payload.newBuilder()
            .setHeader(proposal.header())
            .setData(Transaction.newBuilder().addActions(transactionAction).build().toByteString())
            .build()
            .toByteString();
    return Envelope.newBuilder()
        .setPayload(payload)
        .setSignature(proposal.creator().sign(payload.toByteArray()))
        .build();
  }

  private ByteString response(
      Proposal proposal, Simulation simulation, KVRWSet set, ByteString publicPayload) {
    Chaincode.Response said = simulation.response();
    var response =
        org.hyperledger.fabric.protos.peer.Response.newBuilder()
            .setStatus(said.getStatusCode())
            .setMessage(Objects.requireNonNullElse(said.getMessage(), ""))
            .setPayload(ByteString.copyFrom(payload(said).toArray()));
    var action =
        ChaincodeAction.newBuilder()
            .setResults(ReadWriteSet.inNamespace(set, channel.namespace()).toByteString())
            .setResponse(response)
            .setChaincodeId(Proposal.contract(channel.namespace()));
    var event = simulation.stub().getEvent();
    if (event != null) {
      action.setEvents(
          event.toBuilder()
              .setChaincodeId(channel.namespace())
              .setTxId(proposal.txId())
              .build()
              .toByteString());
    }
    return ProposalResponsePayload.newBuilder()
        .setProposalHash(ByteString.copyFrom(proposal.hash(publicPayload)))
        .setExtension(action.build().toByteString())
        .build()
        .toByteString();
  }
}
