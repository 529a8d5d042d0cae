package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.TestContract;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.wire.ContractCall;

@SuppressWarnings("NullAway.Init")
final class BlockValidatorTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Proposal.Channel CHANNEL = new Proposal.Channel("lepta", "lepta");

  @TempDir Path temp;
  private final WorldState state = new WorldState();
  private Keeper keeper;
  private Endorser endorser;

  @BeforeEach
  void threeMembers() throws Exception {
    IdentityStore store = new IdentityStore(temp);
    Identity orderer = store.create("", NOW);
    Identity a = store.create("a", NOW);
    Identity b = store.create("b", NOW);
    Identity c = store.create("c", NOW);
    var config = ChannelConfig.genesis(orderer).with(a).with(b).with(c);
    keeper =
        Keeper.of(
            config, Map.of(orderer.mspId(), orderer, a.mspId(), a, b.mspId(), b, c.mspId(), c));
    endorser = new Endorser(new TestContract(), CHANNEL, state, Clock.systemUTC());
  }

  private Endorsed endorse(String organisation, String function, String... args) throws Exception {
    return endorser.endorse(Submission.of(organisation, function, args), keeper).get();
  }

  private List<Validation> validate(CheckedCall... calls) {
    return BlockValidator.validate(state, keeper.config(), 1, Arrays.asList(calls)).verdicts();
  }

  private void apply(long block, Endorsed... transactions) {
    List<CheckedCall> calls = Arrays.stream(transactions).map(Endorsed::call).toList();
    var result = BlockValidator.validate(state, keeper.config(), block, calls);
    assertThat(result.verdicts()).containsOnly(Validation.VALID);
    state.apply(result.updates());
  }

  private String ownedBy(String organisation) throws Exception {
    String mspId = keeper.identity(organisation).mspId();
    var policy = Policies.anyOf(1, List.of(mspId));
    return HexFormat.of().formatHex(policy.toByteArray());
  }

  @Nested
  class Versions {
    @Test
    void ofTwoReadModifyWritesInOneBlockTheSecondIsOvertaken() throws Exception {
      Endorsed first = endorse("a", "add", "counter", "1");
      Endorsed second = endorse("b", "add", "counter", "1");

      assertThat(validate(first.call(), second.call()))
          .containsExactly(Validation.VALID, Validation.MVCC_READ_CONFLICT);
    }

    @Test
    void aKeyReadAsAbsentAndWrittenSinceIsOvertaken() throws Exception {
      Endorsed late = endorse("a", "add", "counter", "1");
      apply(1, endorse("b", "put", "counter", "5"));

      assertThat(validate(late.call())).containsExactly(Validation.MVCC_READ_CONFLICT);
    }

    @Test
    void aKeyReadAndDeletedSinceIsOvertaken() throws Exception {
      apply(1, endorse("b", "put", "counter", "5"));
      Endorsed late = endorse("a", "add", "counter", "1");
      apply(2, endorse("b", "delete", "counter"));

      assertThat(validate(late.call())).containsExactly(Validation.MVCC_READ_CONFLICT);
    }

    @Test
    void aReadOvertakenByAnInvalidTransactionStaysGood() throws Exception {
      Endorsed invalid =
          endorser.endorse(Submission.of("a", "put", "counter", "9").endorsedBy("a"), keeper).get();
      Endorsed good = endorse("b", "add", "counter", "1");

      assertThat(validate(invalid.call(), good.call()))
          .containsExactly(Validation.ENDORSEMENT_POLICY_FAILURE, Validation.VALID);
    }
  }

  @Nested
  class KeyPolicies {
    @Test
    void aPolicySetEarlierInTheBlockVoidsLaterWritesOfItsKeyAlsoTheOwners() throws Exception {
      apply(1, endorse("a", "put", "fund", "1"));
      Endorsed policy = endorse("a", "setPolicy", "fund", ownedBy("a"));
      Endorsed write = endorse("a", "put", "fund", "2");

      assertThat(validate(policy.call(), write.call()))
          .containsExactly(Validation.VALID, Validation.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aNewValueKeepsThePolicyAndANewPolicyKeepsTheValue() throws Exception {
      apply(1, endorse("a", "put", "fund", "1"));
      apply(2, endorse("a", "setPolicy", "fund", ownedBy("a")));
      apply(3, endorse("a", "put", "fund", "2"));

      StateValue stored = state.get("fund");
      assertThat(stored).isNotNull();
      assertThat(stored.value().toStringUtf8()).isEqualTo("2");
      assertThat(HexFormat.of().formatHex(stored.policy().toByteArray())).isEqualTo(ownedBy("a"));
      assertThat(stored.version()).isEqualTo(new Version(3, 0));
    }

    @Test
    void aPolicyForAnAbsentKeyIsNothing() throws Exception {
      apply(1, endorse("a", "setPolicy", "absent", ownedBy("a")));

      assertThat(state.get("absent")).isNull();
    }

    @Test
    void aPolicyThatCannotBeReadIsSatisfiedByNobody() throws Exception {
      apply(1, endorse("a", "put", "fund", "1"));
      apply(2, endorse("a", "setPolicy", "fund", "ffff"));
      var all = Submission.of("a", "put", "fund", "2").endorsedBy("a", "b", "c");

      assertThat(validate(endorser.endorse(all, keeper).get().call()))
          .containsExactly(Validation.ENDORSEMENT_POLICY_FAILURE);
    }
  }

  @Nested
  class Signatures {
    @Test
    void aForgedEndorsementDoesNotCount() throws Exception {
      Endorsed good = endorse("a", "put", "key", "value");

      CheckedCall forged =
          withEndorsements(
              good,
              action ->
                  action.setEndorsements(
                      1,
                      action.getEndorsements(1).toBuilder()
                          .setSignature(action.getEndorsements(0).getSignature())));

      assertThat(forged.endorsers()).hasSize(1);
      assertThat(validate(forged)).containsExactly(Validation.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void oneEndorserTwiceCountsOnce() throws Exception {
      Endorsed good = endorse("a", "put", "key", "value");

      CheckedCall doubled =
          withEndorsements(good, action -> action.setEndorsements(1, action.getEndorsements(0)));

      assertThat(validate(doubled)).containsExactly(Validation.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aStrangersEndorsementDoesNotCount() throws Exception {
      Identity stranger = new IdentityStore(temp.resolve("other")).create("a", NOW);
      Endorsed good = endorse("a", "put", "key", "value");

      CheckedCall strange =
          withEndorsements(
              good,
              action ->
                  action.setEndorsements(
                      1,
                      action.getEndorsements(1).toBuilder()
                          .setEndorser(stranger.serialized())
                          .setSignature(
                              stranger.sign(
                                  action.getProposalResponsePayload().toByteArray(),
                                  stranger.serialized().toByteArray()))));

      assertThat(validate(strange)).containsExactly(Validation.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void anEnvelopeNotSignedByItsCreatorIsInvalid() throws Exception {
      Envelope envelope = Envelope.parseFrom(endorse("a", "put", "key", "value").envelope());
      Identity other = keeper.identity("b");
      var forged =
          envelope.toBuilder()
              .setSignature(other.sign(envelope.getPayload().toByteArray()))
              .build();

      assertThat(validate(check(forged))).containsExactly(Validation.BAD_CREATOR_SIGNATURE);
    }

    private interface Change {
      void apply(ChaincodeEndorsedAction.Builder action);
    }

    /** Changes the endorsements and signs the envelope anew, as a cheating creator would. */
    private CheckedCall withEndorsements(Endorsed good, Change change) throws Exception {
      Payload payload = Payload.parseFrom(Envelope.parseFrom(good.envelope()).getPayload());
      Transaction transaction = Transaction.parseFrom(payload.getData());
      var actionPayload =
          ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload()).toBuilder();
      change.apply(actionPayload.getActionBuilder());
      var changed = transaction.toBuilder();
      changed.getActionsBuilder(0).setPayload(actionPayload.build().toByteString());
      ByteString bytes =
          payload.toBuilder().setData(changed.build().toByteString()).build().toByteString();
      Identity creator = keeper.identity("a");
      return check(
          Envelope.newBuilder()
              .setPayload(bytes)
              .setSignature(creator.sign(bytes.toByteArray()))
              .build());
    }

    private CheckedCall check(Envelope envelope) throws InvalidProtocolBufferException {
      return CheckedCall.check(envelope, ContractCall.of(envelope, "lepta"), keeper.msps());
    }
  }
}
