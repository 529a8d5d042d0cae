package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelTemplateTest {

  @Nested
  class Texts {
    private static final String TEXT =
        """
        type: ${type}
          # for each member
          - ${name} $5
          # end
        last
        """;

    @Test
    void blocksAreRepeatedAndValuesFilled() {
      List<Map<String, String>> members = List.of(Map.of("name", "a$1"), Map.of("name", "b"));

      assertThat(Template.fill(TEXT, Map.of("member", members), Map.of("type", "\\x")))
          .isEqualTo("type: \\x\n  - a$1 $5\n  - b $5\nlast\n");
    }

    @Test
    void whatIsNotGivenIsRefused() {
      assertThatThrownBy(() -> Template.fill("${type}", Map.of(), Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no value for ${type}");
      assertThatThrownBy(() -> Template.fill(TEXT, Map.of(), Map.of("type", "x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("no such rows for: ");
    }
  }

  @Nested
  class Channel {

    @Test
    void raftHasThreeMembersOfWhomTwoEndorse() throws Exception {
      NetworkPlan plan = plan(Ordering.RAFT);
      String text = ChannelTemplate.fill(Resources.text("configtx.yaml"), plan);
      List<String> msps = plan.members().stream().map(Participant::mspId).toList();

      assertThat(text).doesNotContain("${", "for each", "# end").contains("OrdererType: etcdraft");
      assertThat(text.lines().filter(line -> line.contains("ServerTLSCert"))).hasSize(6);
      assertThat(text)
          .contains(
              "LifecycleEndorsement: { Type: Signature, Rule: \"OutOf(2, '%s.peer', '%s.peer', '%s.peer')\" }"
                  .formatted(msps.toArray()));
    }

    @Test
    void byzantineOrderingHasFourMembersOfWhomThreeEndorse() throws Exception {
      NetworkPlan plan = plan(Ordering.BFT);
      String text = ChannelTemplate.fill(Resources.text("configtx.yaml"), plan);

      assertThat(plan.members()).hasSize(4);
      assertThat(plan.majority()).isEqualTo(3);
      assertThat(text).contains("OrdererType: BFT", "- ID: 4", "OutOf(3, ");
    }

    @Test
    void theAuditorNeitherWritesNorEndorsesNorDecides() throws Exception {
      NetworkPlan plan = plan(Ordering.RAFT);
      String auditor = plan.participants().getLast().mspId();
      String text = ChannelTemplate.fill(Resources.text("configtx.yaml"), plan);

      assertThat(plan.participants().getLast().name()).isEqualTo("auditor");
      assertThat(text.substring(text.indexOf("Profiles:"))).doesNotContain(auditor);
    }
  }

  @Nested
  class Plans {

    @Test
    void portsAreAllDifferentAndNamesRandom() {
      NetworkPlan plan = plan(Ordering.BFT);
      List<Integer> ports =
          plan.nodes().stream().flatMap(node -> Arrays.stream(node.ports()).boxed()).toList();

      assertThat(ports).hasSize(27).doesNotHaveDuplicates();
      assertThat(plan.participants())
          .allSatisfy(each -> assertThat(each.mspId()).matches("Org[0-9a-f]{16}MSP"));
      assertThat(plan.participants().getFirst().organisation()).isEqualTo("XI-LEPTA-FOUNDATION-1");
    }

    @Test
    void aPlanIsReadAsItWasWritten(@TempDir Path temp) throws Exception {
      NetworkPlan plan = plan(Ordering.BFT);
      plan.write(temp.resolve("network.json"));

      assertThat(NetworkPlan.read(temp.resolve("network.json"))).isEqualTo(plan);
    }

    @Test
    void aDamagedPlanIsNamed(@TempDir Path temp) throws Exception {
      Path file = Files.writeString(temp.resolve("network.json"), "{\"version\":1");

      assertThatThrownBy(() -> NetworkPlan.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + " is damaged: ");
    }
  }

  private static NetworkPlan plan(Ordering ordering) {
    return NetworkPlan.create(
        NetworkSettings.of(Path.of("data"), ordering, Path.of("jar")), new Ports(new Random(1)));
  }
}
