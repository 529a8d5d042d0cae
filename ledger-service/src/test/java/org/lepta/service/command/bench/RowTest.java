package org.lepta.service.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RowTest {

  private static Row threeTurns() {
    Row row = new Row("packed");
    row.add(new Round(1_000, 0, 1.0, List.of(100.0, 200.0, 300.0), new Cpu(0.5, 1.0)));
    row.add(new Round(1_000, 2, 0.5, List.of(80.0), new Cpu(0.5, 2.0)));
    row.add(new Round(2_000, 1, 0.5, List.of(900.0), new Cpu(1.0, 1.0)));
    return row;
  }

  @Nested
  class Figures {

    @Test
    void areMediansOfTheTurns() {
      Row row = threeTurns();

      assertThat(row.rates()).containsExactly(1_000.0, 2_000.0, 4_000.0);
      assertThat(row.rate()).isEqualTo(2_000.0);
      assertThat(row.latency(50)).isEqualTo(200.0);
      assertThat(row.latency(99)).isEqualTo(300.0);
    }

    @Test
    void addUpWhatWasRecordedAndLost() {
      assertThat(threeTurns().entries()).isEqualTo(4_000);
      assertThat(threeTurns().lost()).isEqualTo(3);
    }
  }

  @Nested
  class Text {

    @Test
    void isOneLineOfTheTableWithTheTimeOfProcessorsPerThousandEntries() {
      assertThat(threeTurns().text())
          .isEqualTo(
              "packed                                   4,000      2,000 (1,000-4,000)    "
                  + "       200 / 300           0.50 / 1.00\n");
    }

    @Test
    void ofNothingValidIsStillALine() {
      Row row = new Row("naive");
      row.add(new Round(0, 5, 1.0, List.of(10.0), new Cpu(0.1, 0.2)));

      assertThat(row.text()).contains("naive").contains("(0-0)");
    }
  }

  @Nested
  class Goals {

    @Test
    void sayWhetherTheyAreReached() {
      assertThat(Goal.atLeast("rate", 0.96, 0.95).text())
          .endsWith("0.96  goal >= 0.95    reached\n");
      assertThat(Goal.atMost("p50", 0.61, 0.6).text())
          .endsWith("0.61  goal <= 0.60    NOT reached\n");
      assertThat(Goal.atLeast("bound", 50, 50).reached()).isTrue();
    }
  }
}
