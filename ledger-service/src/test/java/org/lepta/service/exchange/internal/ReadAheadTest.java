package org.lepta.service.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  private final List<String> taken = new ArrayList<>();

  private void take(Mapped record) {
    taken.add(record.position());
  }

  private static void give(int records, Consumer<Mapped> each) {
    IntStream.rangeClosed(1, records).forEach(i -> each.accept(new Mapped("record[" + i + "]")));
  }

  @Test
  void recordsAreTakenInOrderByTheCaller() throws IOException {
    Thread caller = Thread.currentThread();

    String result =
        ReadAhead.read(
            each -> {
              assertThat(Thread.currentThread()).isNotEqualTo(caller);
              give(10_001, each);
              return "read";
            },
            record -> {
              assertThat(Thread.currentThread()).isEqualTo(caller);
              take(record);
            });

    assertThat(result).isEqualTo("read");
    assertThat(taken)
        .hasSize(10_001)
        .startsWith("record[1]", "record[2]")
        .endsWith("record[10001]");
  }

  @Test
  void afterAFaultTheRecordsBeforeItAreTakenFirst() {
    IOException fault = new IOException("the disk is gone");

    assertThatThrownBy(() ->
            ReadAhead.read(
                each -> {
                  give(1_200, each);
                  throw fault;
                },
                this::take))
        .isSameAs(fault);

    assertThat(taken).hasSize(1_200);
  }

  @Test
  void aReaderEndsWhenNobodyTakes() throws Exception {
    CompletableFuture<Thread> reader = new CompletableFuture<>();

    assertThatThrownBy(() ->
            ReadAhead.read(
                each -> {
                  reader.complete(Thread.currentThread());
                  give(1_000_000, each);
                  return "read";
                },
                record -> {
                  throw new IllegalStateException("not recorded");
                }))
        .hasMessage("not recorded");

    assertThat(reader.get(10, TimeUnit.SECONDS).join(Duration.ofSeconds(10))).isTrue();
  }
}
