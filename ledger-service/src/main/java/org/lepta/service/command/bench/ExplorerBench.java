package org.lepta.service.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.transparency.TextStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What {@code lepta bench explorer} does: grows a ledger to several sizes and at each asks for
 * every page and list, with other ids and filters each time, at a steady rate.
 */
public final class ExplorerBench implements AutoCloseable {

  private static final String KEEPER = "XI-BENCH-KEEPER";
  private static final int CHUNK = 5_000;
  private static final int PER_SECOND = 50;
  private static final int DEPTH = 20;
  private static final int ALONE = 20;

  /** So long is asked first, unmeasured: a server that just started still compiles its code. */
  private static final int WARM_UP_SECONDS = 60;

  private static final Duration MOVES_WITHIN = Duration.ofMinutes(5);
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private final PrintWriter out;
  private final ConfigurableApplicationContext service;
  private final String base;
  private final ExplorerEntries entries;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Map<String, Double>> atSizes = new ArrayList<>();
  private long size;

  private ExplorerBench(ConfigurableApplicationContext service, PrintWriter out) {
    this.service = service;
    this.out = out;
    this.base =
        "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    this.entries = new ExplorerEntries(service.getBean(TextStore.class), KEEPER);
  }

  /**
   * Measures, and prints as it goes.
   *
   * @param folder gets the whole service
   * @param sizes of the ledger, ascending
   * @param seconds to ask for pages at each size
   * @throws IllegalStateException if a page was not answered with 200 or a redirect
   */
  public static void run(Path folder, List<Integer> sizes, int seconds, PrintWriter out)
      throws IOException, InterruptedException, UnreachableException {
    SpringApplication application = new SpringApplication(ServiceApplication.class);
    try (ExplorerBench bench =
        new ExplorerBench(
            application.run(
                "--server.port=0",
                "--lepta.data=" + folder.resolve("data"),
                "--lepta.operator=" + KEEPER,
                "--logging.level.root=ERROR",
                "--logging.level.org.lepta=WARN"),
            out)) {
      for (int next : sizes) {
        bench.growTo(next);
        bench.measure(seconds);
      }
      bench.compare();
    }
  }

  private void growTo(long wanted) throws InterruptedException, UnreachableException {
    Recorder recorder = service.getBean(Recorder.class);
    long before = size;
    long begun = System.nanoTime();
    while (size < wanted) {
      var registrations = entries.registrations();
      var _ = recorder.record(KEEPER, registrations);
      int facts = (int) Math.min(CHUNK, wanted - size);
      var _ = recorder.record(KEEPER, entries.facts(facts));
      size += facts + registrations.size();
    }
    awaitIndex(service.getBean(BlockSource.class).height() - 1);
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(
        Locale.ROOT,
        "%n%,d entries: %,d recorded and indexed in %.0f s, %,.0f a second%n",
        size,
        size - before,
        seconds,
        (size - before) / seconds);
    out.flush();
  }

  private void awaitIndex(long newest) throws InterruptedException {
    Indexer indexer = service.getBean(Indexer.class);
    long before = indexer.height();
    while (!indexer.awaitBlock(newest, MOVES_WITHIN)) {
      if (indexer.height() == before) {
        throw new IllegalStateException("the index stands at block " + before);
      }
      before = indexer.height();
    }
  }

  private void measure(int seconds) throws IOException, InterruptedException {
    ExplorerPages pages =
        new ExplorerPages(
            entries,
            size,
            Map.of("donations", cursors("donations"), "grants", cursors("grants")),
            new Random(size));
    SequencedMap<String, Supplier<String>> all = new LinkedHashMap<>(pages.all());
    all.putAll(pages.searches());
    ask(all, WARM_UP_SECONDS * PER_SECOND);
    Map<String, Double> alone = alone(all);
    Map<String, List<Double>> taken = ask(all, seconds * PER_SECOND);
    Map<String, Double> p99 = new LinkedHashMap<>();
    taken.forEach((name, millis) -> p99.put(name, Figures.percentile(millis, 99)));
    atSizes.add(p99);
    tell(alone, taken, pages);
  }

  /** The median of a page asked for while nothing else is. */
  private Map<String, Double> alone(SequencedMap<String, Supplier<String>> pages)
      throws IOException, InterruptedException {
    Map<String, List<Double>> taken = new LinkedHashMap<>();
    for (int i = 0; i < ALONE; i++) {
      for (Map.Entry<String, Supplier<String>> page : pages.entrySet()) {
        String path = page.getValue().get();
        long begun = System.nanoTime();
        require(path, get(path).statusCode());
        taken
            .computeIfAbsent(page.getKey(), name -> new ArrayList<>())
            .add((System.nanoTime() - begun) / 1e6);
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    taken.forEach((name, millis) -> medians.put(name, Figures.median(millis)));
    return medians;
  }

  private static void require(String path, int status) {
    if (status != 200 && status != 302) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }

  /** Asks at a steady rate, whatever the answers take; milliseconds from when each was due. */
  private Map<String, List<Double>> ask(SequencedMap<String, Supplier<String>> pages, int requests)
      throws InterruptedException {
    Map<String, ConcurrentLinkedQueue<Double>> taken = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    List<String> names = List.copyOf(pages.keySet());
    long begun = System.nanoTime();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < requests; i++) {
        String name = names.get(i % names.size());
        String path = Objects.requireNonNull(pages.get(name)).get();
        long due = begun + i * 1_000_000_000L / PER_SECOND;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        executor.execute(() -> {
          int status = status(path);
          if (status != 200 && status != 302) {
            failed.add(path + " " + status);
          }
          taken
              .computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>())
              .add((System.nanoTime() - due) / 1e6);
        });
      }
    }
    if (!failed.isEmpty()) {
      out.printf(Locale.ROOT, "%,d failed, the first: %s%n", failed.size(), failed.peek());
    }
    Map<String, List<Double>> lists = new LinkedHashMap<>();
    names.forEach(name -> lists.put(name, List.copyOf(Objects.requireNonNull(taken.get(name)))));
    return lists;
  }

  private int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Cursors of pages further and further into a list. */
  private List<String> cursors(String list) throws IOException, InterruptedException {
    List<String> cursors = new ArrayList<>();
    String after = "";
    for (int i = 0; i < DEPTH; i++) {
      Matcher next = NEXT.matcher(get("/api/v1/" + list + "?limit=1000" + after).body());
      if (!next.find()) {
        break;
      }
      cursors.add(next.group(1));
      after = "&after=" + next.group(1);
    }
    return cursors;
  }

  private void tell(
      Map<String, Double> alone, Map<String, List<Double>> taken, ExplorerPages pages) {
    out.printf(
        Locale.ROOT,
        "%-36s %9s %9s %9s %9s%n",
        "ms, from when due",
        "asked",
        "p50",
        "p99",
        "alone");
    taken.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -Figures.percentile(entry.getValue(), 99)))
        .forEach(entry ->
            out.printf(
                Locale.ROOT,
                "%-36s %,9d %9.1f %9.1f %9.1f%n",
                entry.getKey(),
                entry.getValue().size(),
                Figures.percentile(entry.getValue(), 50),
                Figures.percentile(entry.getValue(), 99),
                Objects.requireNonNull(alone.get(entry.getKey()))));
    List<Double> lists = new ArrayList<>();
    List<Double> searches = new ArrayList<>();
    taken.forEach(
        (name, millis) -> (pages.searches().containsKey(name) ? searches : lists).addAll(millis));
    out.print(Goal.atMost("pages and lists: p99, ms", Figures.percentile(lists, 99), 50).text());
    out.print(Goal.atMost("search: p99, ms", Figures.percentile(searches, 99), 60).text());
    out.flush();
  }

  private void compare() {
    if (atSizes.size() > 1) {
      atSizes
          .getLast()
          .forEach((name, last) ->
              out.printf(
                  Locale.ROOT,
                  "%-36s p99 at the last size / at the first: %.2f%n",
                  name,
                  last / Objects.requireNonNull(atSizes.getFirst().get(name))));
      out.flush();
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
