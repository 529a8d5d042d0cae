package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.ledger.rule.TestLedger.ONE;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.TWO;
import static org.lepta.ledger.rule.TestLedger.entry;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;

class ApprovalTest {

  private static final Entry RELEASE = recordedBy("recorder-0001", "60");

  private final TestDevice anna = new TestDevice("device-anna", "person-anna", ONE);
  private final TestDevice boris = new TestDevice("device-boris", "person-boris", ONE);
  private final TestDevice clara = new TestDevice("device-clara", "person-clara", TWO);

  private final TestLedger ledger =
      TestLedger.started(List.of(new ApprovalBand(null, null, 2, List.of())));

  private static Entry recordedBy(@Nullable String person, String amount) {
    Entry release = LaneTest.release("r-1", "g-1", amount, null);
    return new Entry(release.header().by(person), release.body());
  }

  @BeforeEach
  void award() {
    ledger.give(SCHOOL, "100");
    ledger.mustDecide(ONE, LaneTest.grant("g-1", "60"), anna.registration(), boris.registration());
    ledger.mustDecide(TWO, clara.registration());
  }

  private @Nullable Code decide(Entry entry) {
    return TestLedger.code(ledger.decide(ONE, entry).getFirst());
  }

  private @Nullable Code approve(String id, Approval approval) {
    return decide(entry(id, approval));
  }

  @Nested
  class Releases {

    @Test
    void goWhenTwoPeopleApproved() {
      assertThat(approve("v-1", anna.approve(RELEASE))).isNull();
      assertThat(decide(RELEASE)).isEqualTo(Code.APPROVALS_MISSING);
      assertThat(approve("v-2", boris.approve(RELEASE))).isNull();
      assertThat(decide(RELEASE)).isNull();
    }

    @Test
    void countAPersonOnceWhateverTheDevices() {
      TestDevice annasPhone = new TestDevice("device-anna-2", "person-anna", ONE);
      ledger.mustDecide(ONE, annasPhone.registration());

      assertThat(approve("v-1", anna.approve(RELEASE))).isNull();
      assertThat(approve("v-2", anna.approve(RELEASE))).isNull();
      assertThat(approve("v-3", annasPhone.approve(RELEASE))).isNull();
      assertThat(decide(RELEASE)).isEqualTo(Code.APPROVALS_MISSING);
    }

    @Test
    void doNotCountWhoRecordedThem() {
      Entry byAnna = recordedBy("person-anna", "60");

      assertThat(approve("v-1", anna.approve(byAnna))).isNull();
      assertThat(approve("v-2", boris.approve(byAnna))).isNull();
      assertThat(decide(byAnna)).isEqualTo(Code.APPROVALS_MISSING);
    }

    @Test
    void needANamedRecorder() {
      Entry byNobody = recordedBy(null, "60");
      approve("v-1", anna.approve(byNobody));
      approve("v-2", boris.approve(byNobody));

      assertThat(ledger.decide(ONE, byNobody).getFirst())
          .isEqualTo(new Result.Refused(Code.APPROVALS_MISSING, "actor"));
    }

    @Test
    void doNotCountAnotherOrganisation() {
      assertThat(approve("v-1", anna.approve(RELEASE))).isNull();
      assertThat(approve("v-2", clara.approve(RELEASE))).isNull();
      assertThat(decide(RELEASE)).isEqualTo(Code.APPROVALS_MISSING);
    }

    @Test
    void areBoundToWhatWasSigned() {
      approve("v-1", anna.approve(RELEASE));
      approve("v-2", boris.approve(RELEASE));

      assertThat(decide(recordedBy("recorder-0001", "59"))).isEqualTo(Code.APPROVALS_MISSING);
    }

    @Test
    void countTheOrganisationsTheFundNames() {
      TestLedger named = TestLedger.started(List.of(new ApprovalBand(null, null, 1, List.of(TWO))));
      named.give(SCHOOL, "100");
      named.mustDecide(ONE, LaneTest.grant("g-1", "60"), anna.registration());
      named.mustDecide(TWO, clara.registration());

      named.mustDecide(ONE, entry("v-1", anna.approve(RELEASE)));
      assertThat(named.decide(ONE, RELEASE))
          .extracting(TestLedger::code)
          .containsOnly(Code.APPROVALS_MISSING);
      named.mustDecide(ONE, entry("v-2", clara.approve(RELEASE)));
      named.mustDecide(ONE, RELEASE);
    }
  }

  @Nested
  class Signatures {

    private String challenge() {
      return TestDevice.text(HexFormat.of().parseHex(ReleaseHash.of(RELEASE).hex()));
    }

    private @Nullable Code with(String client, String relyingParty, int flags) {
      return approve("v-1", anna.approve(RELEASE, client, relyingParty, flags));
    }

    @Test
    void overAnotherChallengeAreRefused() {
      String other = TestDevice.text(new byte[32]);

      assertThat(with(TestDevice.client("webauthn.get", other), "desk.example", 5))
          .isEqualTo(Code.SIGNATURE_INVALID);
      assertThat(with(TestDevice.client("webauthn.create", challenge()), "desk.example", 5))
          .isEqualTo(Code.SIGNATURE_INVALID);
      assertThat(with("{\"challenge\":\"" + challenge() + "\"}", "desk.example", 5))
          .isEqualTo(Code.SIGNATURE_INVALID);
      assertThat(with("[]", "desk.example", 5)).isEqualTo(Code.SIGNATURE_INVALID);
    }

    @Test
    void atAnotherRelyingPartyAreRefused() {
      assertThat(with(TestDevice.client("webauthn.get", challenge()), "other.example", 5))
          .isEqualTo(Code.SIGNATURE_INVALID);
    }

    @Test
    void withoutPresenceOrVerificationAreRefused() {
      String client = TestDevice.client("webauthn.get", challenge());

      assertThat(with(client, "desk.example", 0x01)).isEqualTo(Code.SIGNATURE_INVALID);
      assertThat(with(client, "desk.example", 0x04)).isEqualTo(Code.SIGNATURE_INVALID);
      assertThat(with(client, "desk.example", 0x05)).isNull();
    }

    @Test
    void ofAnotherKeyAreRefused() {
      Approval own = anna.approve(RELEASE);
      Approval others = boris.approve(RELEASE);

      assertThat(approve("v-1", signed(own, others.authenticatorData(), others.signature())))
          .isEqualTo(Code.SIGNATURE_INVALID);
    }

    @Test
    void underAnotherNameAreRefused() {
      Approval a = anna.approve(RELEASE);
      Approval asBoris =
          new Approval(
              a.fund(),
              a.release(),
              a.hash(),
              boris.person,
              a.device(),
              a.authenticatorData(),
              a.clientData(),
              a.signature());

      assertThat(approve("v-1", asBoris)).isEqualTo(Code.DEVICE_UNKNOWN);
    }

    @Test
    void ofAnUnknownDeviceAreRefused() {
      TestDevice stranger = new TestDevice("device-none", "person-anna", ONE);

      assertThat(approve("v-1", stranger.approve(RELEASE))).isEqualTo(Code.DEVICE_UNKNOWN);
    }

    @Test
    void ofAnyOtherBytesAreRefusedAndNeverCrash() {
      Random random = new Random(20260301);
      Approval good = anna.approve(RELEASE);
      for (int i = 0; i < 2_000; i++) {
        String authenticator = mutated(good.authenticatorData(), random);
        String signature = mutated(good.signature(), random);

        assertThat(approve("v-" + i, signed(good, authenticator, good.signature())))
            .isIn(Code.SIGNATURE_INVALID, Code.WORD_INVALID);
        assertThat(approve("v-" + i, signed(good, good.authenticatorData(), signature)))
            .isIn(Code.SIGNATURE_INVALID, Code.WORD_INVALID);
      }
    }

    private static Approval signed(Approval a, String authenticatorData, String signature) {
      return new Approval(
          a.fund(),
          a.release(),
          a.hash(),
          a.person(),
          a.device(),
          authenticatorData,
          a.clientData(),
          signature);
    }

    /** With some byte changed, some bytes cut off, or some added. */
    private static String mutated(String text, Random random) {
      byte[] bytes = java.util.Base64.getUrlDecoder().decode(text);
      int at = random.nextInt(bytes.length);
      return switch (random.nextInt(3)) {
        case 0 -> {
          bytes[at] ^= (byte) (1 + random.nextInt(255));
          yield TestDevice.text(bytes);
        }
        case 1 -> TestDevice.text(java.util.Arrays.copyOf(bytes, at));
        default -> TestDevice.text(java.util.Arrays.copyOf(bytes, bytes.length + 1 + at));
      };
    }
  }

  @Nested
  class Devices {

    @Test
    void areRegisteredByTheirOwnOrganisation() {
      TestDevice dora = new TestDevice("device-dora", "person-dora", TWO);

      assertThat(decide(dora.registration())).isEqualTo(Code.NOT_ENTITLED);
    }

    @Test
    void haveAKeyOfP256InItsOneEncoding() {
      Device good = (Device) anna.registration().body();
      for (String key : List.of("AAAA", good.publicKey() + "AA", "M" + good.publicKey())) {
        Device bad = new Device("person-dora", ONE, key, Samples.hash("rp"));

        assertThat(decide(entry("device-dora", bad))).isEqualTo(Code.WORD_INVALID);
      }
    }

    @Test
    void offTheCurveSignNothing() {
      Device good = (Device) anna.registration().body();
      byte[] key = java.util.Base64.getUrlDecoder().decode(good.publicKey());
      key[90] ^= 1;
      Device off = new Device(anna.person, ONE, TestDevice.text(key), good.relyingParty());
      ledger.mustDecide(ONE, entry("device-off", off));
      Approval a = anna.approve(RELEASE);
      Approval byOff =
          new Approval(
              a.fund(),
              a.release(),
              a.hash(),
              a.person(),
              "device-off",
              a.authenticatorData(),
              a.clientData(),
              a.signature());

      assertThat(approve("v-1", byOff)).isEqualTo(Code.SIGNATURE_INVALID);
    }
  }
}
