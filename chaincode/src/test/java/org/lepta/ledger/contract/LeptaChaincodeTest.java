package org.lepta.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.Samples;
import org.lepta.ledger.Sha256;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.ledger.rule.Versions;

class LeptaChaincodeTest {

  private static final String ONE = "XM-LEPTA-1";
  private static final String TWO = "XM-LEPTA-2";
  private static final String SCHOOL = "XM-LEPTA-1/school";

  private final LeptaChaincode chaincode = new LeptaChaincode();
  private final MapStub channel = new MapStub();

  private Response invoke(String signer, String function, @Nullable String request) {
    byte[] bytes = request == null ? null : request.getBytes(StandardCharsets.UTF_8);
    Response response = chaincode.invoke(channel.transaction(signer, bytes, function));
    if (response.getStatus() == Response.Status.SUCCESS) {
      channel.commit();
    }
    return response;
  }

  private String refusal(String signer, String function, @Nullable String request) {
    Response response = invoke(signer, function, request);
    assertThat(response.getStatus()).isEqualTo(Response.Status.INTERNAL_SERVER_ERROR);
    assertThat(channel.writes).isEmpty();
    return response.getMessage();
  }

  private Answer answer(String signer, String function, String request) {
    Response response = invoke(signer, function, request);
    assertThat(response.getMessage()).isNull();
    assertThat(response.getStatus()).isEqualTo(Response.Status.SUCCESS);
    return Answer.decode(response.getPayload());
  }

  private static String batch(long number, String... entries) {
    return "{\"organisation\":\"%s\",\"number\":%d,\"entries\":[%s]}"
        .formatted(ONE, number, String.join(",", entries));
  }

  private static String lane(String organisation, long sealTo, String... entries) {
    return "{\"organisation\":\"%s\",\"sealTo\":%d,\"entries\":[%s]}"
        .formatted(organisation, sealTo, String.join(",", entries));
  }

  private static String json(String id, Body body) {
    Entry entry = new Entry(Header.of(id, ONE), body);
    return new String(EntryCodec.encode(entry), StandardCharsets.UTF_8);
  }

  private static String gift(String id, String amount) {
    return json(
        id, new Donation(SCHOOL, Samples.GBP, Amount.parse(amount), null, null, null, null));
  }

  private static String grant(String id, String amount) {
    return json(
        id,
        new Grant(
            SCHOOL, Samples.GBP, Amount.parse(amount), null, null, List.of(), null, null, null));
  }

  private static String fund() {
    return json(
        SCHOOL,
        new Fund(
            ONE,
            FundMode.MANAGED,
            List.of(Samples.GBP),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of()));
  }

  private static String genesis(String msp) {
    return "{\"entries\":[%s]}"
        .formatted(
            json("lepta", Genesis.of("lepta", Samples.hash("block"), Versions.RULES, ONE, msp)));
  }

  private Packed packed(String key) {
    return Packed.decode(Objects.requireNonNull(channel.committed.get(key)));
  }

  @Nested
  class Start {

    @Test
    void writesTheGenesisEntryAndAdmitsItsMember() {
      assertThat(invoke("OneMSP", "start", genesis("OneMSP")).getStatus())
          .isEqualTo(Response.Status.SUCCESS);

      assertThat(packed(StateKeys.started()).entries()).hasSize(1);
      assertThat(packed(StateKeys.started()).number()).isZero();
      assertThat(answer("OneMSP", "record", batch(1)).refused()).isEmpty();
    }

    @Test
    void happensOnce() {
      invoke("OneMSP", "start", genesis("OneMSP"));

      assertThat(refusal("OneMSP", "start", genesis("OneMSP"))).isEqualTo("ALREADY_STARTED: kind");
    }

    @Test
    void isSignedByTheMemberItNames() {
      assertThat(refusal("TwoMSP", "start", genesis("OneMSP"))).isEqualTo("NOT_A_MEMBER: msp");
    }

    @Test
    void takesOneGenesisEntryAndNothingElse() {
      assertThat(refusal("OneMSP", "start", "{\"entries\":[]}"))
          .isEqualTo("REQUEST_MALFORMED: entries");
      assertThat(refusal("OneMSP", "start", "{\"entries\":[%s]}".formatted(gift("d-1", "1"))))
          .isEqualTo("WRONG_TRANSACTION: kind");
      assertThat(refusal("OneMSP", "start", "{\"entries\":[{}]}"))
          .isEqualTo("ENTRY_MALFORMED: kind");
    }
  }

  @Nested
  class AfterStart {

    @BeforeEach
    void start() {
      invoke("OneMSP", "start", genesis("OneMSP"));
      answer(
          "OneMSP",
          "decide",
          lane(ONE, 0, json(TWO, new Organisation(null)), json(TWO, new Member("TwoMSP")), fund()));
    }

    @Nested
    class Requests {

      @Test
      void ofAnUnknownFunctionAreRefused() {
        assertThat(refusal("OneMSP", "delete", batch(1))).isEqualTo("REQUEST_MALFORMED: function");
        Response none = chaincode.invoke(channel.transaction("OneMSP", null));
        assertThat(none.getMessage()).isEqualTo("REQUEST_MALFORMED: function");
      }

      @Test
      void thatAreMissingOrNoJsonAreRefused() {
        for (String function : List.of("start", "record", "decide")) {
          assertThat(refusal("OneMSP", function, null)).isEqualTo("REQUEST_MALFORMED: request");
          for (String bad : List.of("", "{", "{}{}", "{\"a\":1,\"a\":1}", "[".repeat(10_000))) {
            assertThat(refusal("OneMSP", function, bad)).startsWith("REQUEST_MALFORMED: ");
          }
        }
      }

      @Test
      void ofAnotherShapeAreRefused() {
        for (String bad :
            List.of(
                "[]",
                "1",
                "null",
                "\"x\"",
                "{}",
                batch(1).replace("1,", "0,"),
                batch(1).replace("1,", "-1,"),
                batch(1).replace("1,", "1.0,"),
                batch(1).replace("1,", "\"1\","),
                batch(1).replace("1,", "1000000000000000,"),
                batch(1).replace("1,", "99999999999999999999,"),
                batch(1).replace("[]", "{}"),
                batch(1).replace("\"" + ONE + "\"", "1"))) {
          assertThat(refusal("OneMSP", "record", bad)).startsWith("REQUEST_MALFORMED: ");
        }
      }

      @Test
      void thatAreTooLargeAreRefused() {
        String padding = " ".repeat(2 << 20);
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
          many.add("{}");
        }

        assertThat(refusal("OneMSP", "record", batch(1) + padding))
            .isEqualTo("REQUEST_TOO_LARGE: request");
        assertThat(refusal("OneMSP", "record", batch(1, many.toArray(String[]::new))))
            .isEqualTo("REQUEST_TOO_LARGE: entries");
        assertThat(refusal("OneMSP", "decide", lane(ONE, 501)))
            .isEqualTo("REQUEST_TOO_LARGE: sealTo");
      }

      @Test
      void ofStrangersAndInAnothersNameAreRefused() {
        assertThat(refusal("ThreeMSP", "record", batch(1))).isEqualTo("NOT_A_MEMBER: organisation");
        assertThat(refusal("TwoMSP", "record", batch(1))).isEqualTo("NOT_A_MEMBER: organisation");
        assertThat(refusal("TwoMSP", "decide", lane(ONE, 0)))
            .isEqualTo("NOT_A_MEMBER: organisation");
      }

      @Test
      void tellTheEarlierCode() {
        assertThat(refusal("ThreeMSP", "decide", "{\"organisation\":\"x\",\"entries\":[]}"))
            .isEqualTo("REQUEST_MALFORMED: sealTo");
        assertThat(refusal("ThreeMSP", "decide", lane(ONE, 400)))
            .isEqualTo("NOT_A_MEMBER: organisation");
      }
    }

    @Nested
    class Recording {

      @Test
      void writesTheBatchAndItsSumsAndNothingElse() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5"), gift("d-2", "2.5")));

        assertThat(channel.writes)
            .containsOnlyKeys(StateKeys.batch(ONE, 1), StateKeys.sums(ONE, 1));
        assertThat(packed(StateKeys.batch(ONE, 1)).entries()).hasSize(2);
        assertThat(channel.committed.get(StateKeys.sums(ONE, 1)))
            .asString(StandardCharsets.UTF_8)
            .isEqualTo(
                "{\"sums\":[{\"free\":\"7.5\",\"fund\":\"XM-LEPTA-1/school\",\"unit\":\"GBP\"}]}");
      }

      @Test
      void readsNothingThatOthersWriteEveryDay() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5"), gift("d-2", "2.5")));

        assertThat(channel.reads)
            .containsExactlyInAnyOrder(
                StateKeys.msp("OneMSP"), StateKeys.batch(ONE, 1), StateKeys.fund(SCHOOL));
      }

      @Test
      void ofTheSameBatchGivesTheFirstAnswerAndWritesNothing() {
        String request = batch(1, gift("d-1", "5"), "{}", gift("d-1", "5"), gift("d-1", "6"));

        Answer first = answer("OneMSP", "record", request);
        Answer second = answer("OneMSP", "record", request);

        assertThat(channel.writes).isEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(first.repeated()).containsExactly(2);
        assertThat(first.refused())
            .containsExactly(
                new Packed.Refused(1, "ENTRY_MALFORMED", "kind"),
                new Packed.Refused(3, "EXISTS_WITH_OTHER_CONTENT", "amount"));
      }

      @Test
      void ofOtherContentUnderATakenNumberIsRefused() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));

        assertThat(refusal("OneMSP", "record", batch(1, gift("d-1", "6"))))
            .isEqualTo("BATCH_NUMBER_TAKEN: number");
      }

      @Test
      void ofAMalformedEntryLosesNoNeighbourAndKeepsNothingOfIt() {
        String unknown = gift("d-2", "5").replace("\"id\"", "\"Иван Петров\":1,\"id\"");
        String control = gift("d-3", "5").replace("\"id\"", "\"\\u0001\":1,\"id\"");
        String half = gift("d-4", "5").replace("\"id\"", "\"\\ud800\":1,\"id\"");
        String long1 = gift("d-5" + "\\\\".repeat(20_000), "5");

        Answer answer =
            answer(
                "OneMSP",
                "record",
                batch(1, gift("d-1", "5"), unknown, control, half, long1, "7", gift("d-6", "5")));

        assertThat(answer.refused())
            .containsExactly(
                new Packed.Refused(1, "ENTRY_MALFORMED", "?"),
                new Packed.Refused(2, "ENTRY_MALFORMED", "?"),
                new Packed.Refused(3, "ENTRY_MALFORMED", "?"),
                new Packed.Refused(4, "ENTRY_TOO_LARGE", "entry"),
                new Packed.Refused(5, "ENTRY_MALFORMED", "entry"));
        assertThat(packed(StateKeys.batch(ONE, 1)).entries())
            .extracting(Entry::id)
            .containsExactly("d-1", "d-6");
        assertThat(channel.committed.get(StateKeys.batch(ONE, 1)))
            .asString(StandardCharsets.UTF_8)
            .doesNotContain("Иван");
      }

      @Test
      void namesTheRequestByItsDigest() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));

        assertThat(packed(StateKeys.batch(ONE, 1)).request().hex())
            .isEqualTo(Sha256.hex(batch(1, gift("d-1", "5"))));
      }
    }

    @Nested
    class Deciding {

      @Test
      void sealsAndTakesInOneTransaction() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));

        Answer answer =
            answer("OneMSP", "decide", lane(ONE, 1, grant("g-1", "4"), grant("g-2", "4")));

        assertThat(answer.refused())
            .containsExactly(new Packed.Refused(1, "FREE_NOT_ENOUGH", "amount"));
        Packed packed = packed(StateKeys.decided(ONE, 2));
        assertThat(packed.entries()).extracting(Entry::id).containsExactly("g-1");
        assertThat(packed.sealedUpTo()).isEqualTo(1L);
      }

      @Test
      void stopsAtAGapAndWritesNothing() {
        answer("OneMSP", "record", batch(2, gift("d-1", "5")));

        assertThat(refusal("OneMSP", "decide", lane(ONE, 2))).isEqualTo("SEAL_GAP: sealTo");
        answer("OneMSP", "record", batch(1));
        assertThat(answer("OneMSP", "decide", lane(ONE, 2)).refused()).isEmpty();
      }

      @Test
      void sentAgainChangesNothing() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));
        answer("OneMSP", "decide", lane(ONE, 1, grant("g-1", "4")));

        Answer again = answer("OneMSP", "decide", lane(ONE, 1, grant("g-1", "4")));

        assertThat(again.repeated()).containsExactly(0);
        assertThat(channel.writes).isEmpty();
      }

      @Test
      void thatTakesNothingLeavesNoTrace() {
        answer("OneMSP", "decide", lane(ONE, 0, grant("g-1", "4"), "{}"));

        assertThat(channel.writes).isEmpty();
      }

      @Test
      void ofAMalformedEntryLosesNoNeighbour() {
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));

        Answer answer =
            answer("OneMSP", "decide", lane(ONE, 1, grant("g-1", "1"), "{}", grant("g-2", "1")));

        assertThat(answer.refused())
            .containsExactly(new Packed.Refused(1, "ENTRY_MALFORMED", "kind"));
        assertThat(packed(StateKeys.decided(ONE, 2)).entries()).hasSize(2);
      }
    }

    @Nested
    class KeyPolicies {

      @Test
      void askForTheOwnerAndOneOther() throws Exception {
        for (String key : List.of(StateKeys.balance(SCHOOL), StateKeys.fund(SCHOOL))) {
          var policy = SignaturePolicyEnvelope.parseFrom(channel.policies.get(key));

          assertThat(accepts(policy, "OneMSP", "TwoMSP")).isTrue();
          assertThat(accepts(policy, "OneMSP")).isFalse();
          assertThat(accepts(policy, "TwoMSP")).isFalse();
        }
      }

      @Test
      void takeInALaterMemberWhenTheFundIsWritten() throws Exception {
        answer(
            "OneMSP",
            "decide",
            lane(
                ONE,
                0,
                json("XM-LEPTA-3", new Organisation(null)),
                json("XM-LEPTA-3", new Member("ThreeMSP"))));
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));
        answer("OneMSP", "decide", lane(ONE, 1));

        var policy =
            SignaturePolicyEnvelope.parseFrom(channel.policies.get(StateKeys.balance(SCHOOL)));
        assertThat(accepts(policy, "OneMSP", "ThreeMSP")).isTrue();
        assertThat(accepts(policy, "TwoMSP", "ThreeMSP")).isFalse();
        assertThat(accepts(policy, "OneMSP")).isFalse();
      }

      @Test
      void areNotWrittenAgainWhileMembersStay() {
        channel.policies.replaceAll((key, policy) -> policy.clone());
        byte[] before = channel.policies.get(StateKeys.balance(SCHOOL));
        answer("OneMSP", "record", batch(1, gift("d-1", "5")));
        answer("OneMSP", "decide", lane(ONE, 1));

        assertThat(channel.policies.get(StateKeys.balance(SCHOOL))).isSameAs(before);
      }

      private static boolean accepts(SignaturePolicyEnvelope policy, String... msps)
          throws Exception {
        List<String> signers = List.of(msps);
        List<Boolean> signed = new ArrayList<>();
        for (var identity : policy.getIdentitiesList()) {
          MSPRole role = MSPRole.parseFrom(identity.getPrincipal());
          assertThat(role.getRole()).isEqualTo(MSPRole.MSPRoleType.PEER);
          signed.add(signers.contains(role.getMspIdentifier()));
        }
        return holds(policy.getRule(), signed);
      }

      private static boolean holds(SignaturePolicy rule, List<Boolean> signed) {
        return switch (rule.getTypeCase()) {
          case SIGNED_BY -> signed.get(rule.getSignedBy());
          case N_OUT_OF ->
              rule.getNOutOf().getRulesList().stream().filter(r -> holds(r, signed)).count()
                  >= rule.getNOutOf().getN();
          case TYPE_NOT_SET -> false;
        };
      }
    }

    @Nested
    class Members {

      @Test
      void standOnceWhateverIsRecorded() {
        assertThat(
                answer("OneMSP", "decide", lane(ONE, 0, json(ONE, new Member("OneMSP")))).refused())
            .isEmpty();
        assertThat(
                answer("OneMSP", "decide", lane(ONE, 0, json(ONE, new Member("NewMSP")))).refused())
            .containsExactly(new Packed.Refused(0, "EXISTS_WITH_OTHER_CONTENT", "msp"));
        assertThat(channel.committed.get(StateKeys.members()))
            .asString(StandardCharsets.UTF_8)
            .isEqualTo(
                "{\"members\":[{\"msp\":\"OneMSP\",\"organisation\":\"XM-LEPTA-1\"},"
                    + "{\"msp\":\"TwoMSP\",\"organisation\":\"XM-LEPTA-2\"}]}");
      }
    }

    @Test
    void readGivesTheValueOfAKeyByItsParts() {
      Response found =
          chaincode.invoke(channel.transaction("TwoMSP", null, "read", "fund", SCHOOL));
      Response none = chaincode.invoke(channel.transaction("TwoMSP", null, "read", "fund", "x"));

      assertThat(EntryCodec.decode(found.getPayload()).id()).isEqualTo(SCHOOL);
      assertThat(none.getPayload()).isEmpty();
    }

    @Test
    void hostileRequestsAreAnsweredInTime() {
      String keys = "{\"a\":".repeat(200_000);
      StringBuilder colliding = new StringBuilder("{\"organisation\":\"x\"");
      for (int i = 0; i < 60_000; i++) {
        colliding.append(",\"k").append(Integer.toHexString(i * 0x9e37)).append("\":1");
      }
      colliding.append('}');

      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> {
            assertThat(refusal("OneMSP", "record", keys)).startsWith("REQUEST_MALFORMED: ");
            assertThat(refusal("OneMSP", "record", colliding.toString()))
                .startsWith("REQUEST_MALFORMED: ");
          });
    }
  }
}
