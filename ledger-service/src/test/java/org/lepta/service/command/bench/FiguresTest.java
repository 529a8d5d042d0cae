package org.lepta.service.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Nested
  class Median {

    @Test
    void isTheMiddleOfAnOddCount() {
      assertThat(Figures.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4.0);
    }

    @Test
    void isTheMeanOfTheTwoInTheMiddle() {
      assertThat(Figures.median(List.of(1.0, 100.0, 4.0, 2.0))).isEqualTo(3.0);
    }

    @Test
    void ofNothingIsRefused() {
      assertThatIllegalArgumentException().isThrownBy(() -> Figures.median(List.of()));
    }
  }

  @Nested
  class Percentile {
    private final List<Double> hundred =
        IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();

    @Test
    void isTheSmallestValueThatCoversTheShare() {
      assertThat(Figures.percentile(hundred, 50)).isEqualTo(50.0);
      assertThat(Figures.percentile(hundred, 99)).isEqualTo(99.0);
      assertThat(Figures.percentile(hundred, 99.5)).isEqualTo(100.0);
      assertThat(Figures.percentile(hundred, 100)).isEqualTo(100.0);
    }

    @Test
    void ofOneValueIsThatValue() {
      assertThat(Figures.percentile(List.of(7.0), 1)).isEqualTo(7.0);
      assertThat(Figures.percentile(List.of(7.0), 99)).isEqualTo(7.0);
    }
  }

  @Nested
  class Ratio {

    @Test
    void isTheMedianOfTheTurnsOwnQuotients() {
      double ratio = Figures.ratio(List.of(10.0, 90.0, 30.0), List.of(1.0, 3.0, 2.0));

      assertThat(ratio).isEqualTo(15.0);
    }

    @Test
    void needsTurnsOfBoth() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Figures.ratio(List.of(1.0, 2.0), List.of(1.0)));
    }
  }
}
