package org.lepta.service.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.ledger.fabric.Failure.Kind.BEHIND;
import static org.lepta.service.ledger.fabric.Failure.Kind.FAILED;
import static org.lepta.service.ledger.fabric.Failure.Kind.REFUSED;
import static org.lepta.service.ledger.fabric.Failure.Kind.UNKNOWN;
import static org.lepta.service.ledger.fabric.Failure.Kind.UNREACHABLE;

import io.grpc.Status;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.fabric.Failure.Detail;
import org.lepta.service.ledger.fabric.Failure.Kind;

/** The messages are those that a peer's gateway of Fabric 3.1 gives. */
final class FailureTest {
  private static final String ENDORSING =
      "failed to endorse transaction, see attached details for more info";
  private static final String COLLECTING =
      "failed to collect enough transaction endorsements, see attached details for more info";
  private static final String NOBODY_ORDERED = "no orderers could successfully process transaction";

  private static Failure ofProposal(Status status, String... details) {
    return Failure.ofProposal(status, details(details));
  }

  private static Failure ofOrdering(Status status, String... details) {
    return Failure.ofOrdering(status, details(details));
  }

  private static List<Detail> details(String... messages) {
    return List.of(messages).stream().map(text -> new Detail("OrgMSP@peer:7051", text)).toList();
  }

  @Nested
  class Proposing {
    @Test
    void aRefusalIsReadFromTheEndorsersDetail() {
      Failure failure =
          ofProposal(
              Status.ABORTED.withDescription(ENDORSING),
              "chaincode response 500, FREE_NOT_ENOUGH: 3: of 5\nunits");

      assertThat(failure.kind()).isEqualTo(REFUSED);
      assertThat(failure.refused()).isEqualTo(new Refused("FREE_NOT_ENOUGH", "3: of 5\nunits"));
    }

    @Test
    void aRefusalOfOneEndorserCountsWhateverTheOthersSay() {
      Failure failure =
          ofProposal(
              Status.ABORTED.withDescription(COLLECTING),
              "rpc error: code = Unavailable desc = connection error",
              "chaincode response 500, SEAL_GAP");

      assertThat(failure.refused()).isEqualTo(new Refused("SEAL_GAP", ""));
    }

    @Test
    void aRefusalOfAnEvaluationIsReadFromTheDescriptionToo() {
      Failure failure =
          ofProposal(
              Status.UNKNOWN.withDescription(
                  "evaluate call to endorser returned error: chaincode response 500, NOT_FOUND"));

      assertThat(failure.refused()).isEqualTo(new Refused("NOT_FOUND", ""));
    }

    @Test
    void aContractWithoutACodeHasFailed() {
      Failure failure =
          ofProposal(
              Status.ABORTED.withDescription(ENDORSING), "chaincode response 500, something broke");

      assertThat(failure.kind()).isEqualTo(FAILED);
      assertThat(failure.message()).contains("something broke").contains("OrgMSP@peer:7051");
    }

    @Test
    void aContractThatThrewHasFailed() {
      Failure failure =
          ofProposal(
              Status.ABORTED.withDescription(ENDORSING),
              "error in simulation: transaction returned with failure:"
                  + " java.lang.IllegalStateException: something broke");

      assertThat(failure.kind()).isEqualTo(FAILED);
    }

    @Test
    void peersThatStandAtDifferentBlocksAreBehind() {
      Failure failure =
          ofProposal(
              Status.ABORTED.withDescription(COLLECTING),
              "ProposalResponsePayloads do not match (base64): 'AA' vs 'AB'",
              "rpc error: code = Unavailable desc = connection error");

      assertThat(failure.kind()).isEqualTo(BEHIND);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            UNAVAILABLE         | io exception                                         | UNREACHABLE
            UNAVAILABLE         | failed to find any endorsing peers for org(s): A     | UNREACHABLE
            DEADLINE_EXCEEDED   | endorsement timeout expired                          | UNREACHABLE
            FAILED_PRECONDITION | no combination of peers can be derived               | UNREACHABLE
            FAILED_PRECONDITION | no peers available to evaluate chaincode             | UNREACHABLE
            ABORTED             | failed to endorse transaction                        | UNREACHABLE
            INTERNAL            | RST_STREAM closed stream                             | UNREACHABLE
            CANCELLED           | Thread interrupted                                   | UNREACHABLE
            RESOURCE_EXHAUSTED  | the gateway is exceeding concurrency limit (500)     | BUSY
            RESOURCE_EXHAUSTED  | grpc: received message larger than max               | REJECTED
            INVALID_ARGUMENT    | the proposed transaction must contain a proposal     | REJECTED
            PERMISSION_DENIED   | access denied                                        | REJECTED
            UNAUTHENTICATED     | who are you                                          | REJECTED
            UNIMPLEMENTED       | unknown service gateway.Gateway                      | REJECTED
            UNKNOWN             | something else                                       | REJECTED
            """)
    void nothingWasOrderedWhateverTheStatus(Status.Code code, String description, Kind kind) {
      assertThat(ofProposal(code.toStatus().withDescription(description)).kind()).isEqualTo(kind);
    }
  }

  @Nested
  class Ordering {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            UNAVAILABLE         | io exception                                         | UNKNOWN
            UNAVAILABLE         | no orderers could successfully process transaction   | UNKNOWN
            UNAVAILABLE         | no orderer nodes available                           | UNREACHABLE
            DEADLINE_EXCEEDED   | submit timeout expired                               | UNKNOWN
            CANCELLED           | Thread interrupted                                   | UNKNOWN
            INTERNAL            | RST_STREAM closed stream                             | UNKNOWN
            UNKNOWN             | something else                                       | UNKNOWN
            ABORTED             | unsuccessful response: status=BAD_REQUEST, info=too  | REJECTED
            ABORTED             | unsuccessful response: status=FORBIDDEN, info=no     | REJECTED
            ABORTED             | unsuccessful response: status=NOT_FOUND, info=which  | UNKNOWN
            FAILED_PRECONDITION | channel not found                                    | REJECTED
            NOT_FOUND           | missing OrdererConfig                                | REJECTED
            INVALID_ARGUMENT    | prepared transaction must be signed                  | REJECTED
            RESOURCE_EXHAUSTED  | the gateway is exceeding concurrency limit (500)     | BUSY
            RESOURCE_EXHAUSTED  | grpc: received message larger than max               | REJECTED
            """)
    void onlyWhatIsCertainlyUnorderedIsCalledThat(Status.Code code, String description, Kind kind) {
      assertThat(ofOrdering(code.toStatus().withDescription(description)).kind()).isEqualTo(kind);
    }

    @Test
    void whoNeverConnectedOrderedNothing() {
      Status refused = Status.UNAVAILABLE.withDescription("io exception");

      assertThat(ofOrdering(refused.withCause(new ConnectException("refused"))).kind())
          .isEqualTo(UNREACHABLE);
      assertThat(
              ofOrdering(
                      refused.withCause(new RuntimeException(new UnknownHostException("nowhere"))))
                  .kind())
          .isEqualTo(UNREACHABLE);
    }

    @Test
    void ordererAfterOrdererThatRefusedTheConnectionOrderedNothing() {
      Status status = Status.UNAVAILABLE.withDescription(NOBODY_ORDERED);
      String refused = "dial tcp 127.0.0.1:7050: connect: connection refused";

      assertThat(ofOrdering(status, refused, refused).kind()).isEqualTo(UNREACHABLE);
      assertThat(ofOrdering(status, refused, "EOF").kind()).isEqualTo(UNKNOWN);
      assertThat(ofOrdering(status, refused, "context deadline exceeded").kind())
          .isEqualTo(UNKNOWN);
    }

    @Test
    void aRefusalByTheContractIsNoAnswerOfAnOrderer() {
      assertThat(ofOrdering(Status.UNAVAILABLE, "chaincode response 500, FREE_NOT_ENOUGH").kind())
          .isEqualTo(UNKNOWN);
    }
  }
}
