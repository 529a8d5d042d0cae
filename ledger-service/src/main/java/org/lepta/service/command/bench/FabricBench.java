package org.lepta.service.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.Programs;

/**
 * Measures recording on a real network that it brings up and takes down: one entry per transaction
 * against packed batches and a bare write, gifts to one fund against gifts to many and against a
 * naive contract, decisions on one fund, and how far the index is behind the ledger.
 */
public final class FabricBench {
  private static final int SMALL_BATCH = 250;
  private static final int LARGE_BATCH = 1_000;

  /** Its endorsers are asked again and again until they have read the same, which takes long. */
  private static final int NAIVE_TURNS = 2;

  private final Sizes sizes;
  private final PrintWriter out;
  private final List<Goal> goals = new ArrayList<>();

  private FabricBench(Sizes sizes, PrintWriter out) {
    this.sizes = sizes;
    this.out = out;
  }

  /**
   * Measures everything and prints it.
   *
   * @param folder empty; whoever calls deletes it
   * @param chaincode runnable jar of the real contract
   * @param environment of this process
   * @return every figure that has a goal
   * @throws NetworkException PROGRAMS_MISSING or CHAINCODE_MISSING before anything is started; else
   *     as {@link org.lepta.service.network.Network#up}
   * @throws IllegalStateException if something was not recorded that had to be
   */
  public static List<Goal> run(
      Path folder, Path chaincode, Sizes sizes, Map<String, String> environment, PrintWriter out)
      throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    FabricBench bench = new FabricBench(sizes, out);
    String fabric = Programs.find().version();
    try (BenchNetwork network =
        BenchNetwork.up(folder, chaincode, environment, line -> bench.say("  " + line))) {
      bench.say(
          FabricConditions.text(network.settings(), fabric) + "\n" + Row.HEAD.stripTrailing());
      bench.packing(network);
      try (BenchService service = BenchService.start(network, folder.resolve("service"))) {
        bench.gifts(network, service);
        bench.decisions(network, service);
        bench.lag(service);
      }
      bench.say("");
      bench.goals.forEach(goal -> bench.tell(goal.text()));
      return List.copyOf(bench.goals);
    }
  }

  private void packing(BenchNetwork network)
      throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    Row single = new Row("one entry per transaction");
    Row small = new Row("batches of " + SMALL_BATCH + ", all rules");
    Row smallBare = new Row("bare put of such batches");
    Row large = new Row("batches of " + LARGE_BATCH + ", all rules");
    Row largeBare = new Row("bare put of such batches ");
    try (PackingBench bench = PackingBench.open(network)) {
      warmUp(bench);
      for (int run = 0; run < sizes.runs(); run++) {
        single.add(bench.single(sizes.single()));
        small.add(bench.packed(sizes.packed(), SMALL_BATCH));
        smallBare.add(bench.bare(sizes.packed(), SMALL_BATCH));
        large.add(bench.packed(sizes.packed(), LARGE_BATCH));
        largeBare.add(bench.bare(sizes.packed(), LARGE_BATCH));
      }
    }
    List.of(single, small, smallBare, large, largeBare).forEach(row -> tell(row.text()));
    compare(SMALL_BATCH, small, single, smallBare);
    compare(LARGE_BATCH, large, single, largeBare);
  }

  /** Compilers and connections first, in all three ways. */
  private void warmUp(PackingBench bench)
      throws IOException, InterruptedException, NetworkException {
    bench.single(sizes.single());
    bench.packed(sizes.packed(), SMALL_BATCH);
    bench.bare(sizes.packed(), SMALL_BATCH);
  }

  private void compare(int batch, Row packed, Row single, Row bare) {
    String name = "batches of " + batch;
    goals.add(
        Goal.atLeast(
            name + ": rate / one entry per transaction",
            Figures.ratio(packed.rates(), single.rates()),
            50));
    goals.add(
        Goal.atLeast(name + ": rate / bare put", Figures.ratio(packed.rates(), bare.rates()), 0.7));
    goals.add(Goal.atMost(name + ": p50 of a call, s", packed.latency(50) / 1_000, 0.6));
  }

  private void gifts(BenchNetwork network, BenchService service)
      throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    Row one = new Row(sizes.gifts() + " gifts at once to one fund");
    Row many = new Row(sizes.gifts() + " gifts at once to as many funds");
    Row naive = new Row(sizes.gifts() + " at once, naive balance");
    GiftsBench bench = GiftsBench.open(network, service, sizes.gifts());
    bench.toOne();
    try (FabricLedger beside = network.joinBench()) {
      for (int run = 0; run < sizes.runs(); run++) {
        one.add(bench.toOne());
        many.add(bench.toMany());
        if (run < NAIVE_TURNS) {
          naive.add(bench.naive(beside));
        }
      }
    }
    List.of(one, many, naive).forEach(row -> tell(row.text()));
    goals.add(
        Goal.atLeast(
            "gifts to one fund: valid at the first attempt, %",
            100 * one.entries() / (double) (one.entries() + one.lost()), 100));
    goals.add(
        Goal.atLeast(
            "gifts to one fund: rate / to as many funds",
            Figures.ratio(one.rates(), many.rates()),
            0.95));
    say(
        String.format(
            Locale.ROOT,
            ("naive balance: %,d of %,d valid at the first attempt;"
                + " gifts to one fund come in at %,.0f times its rate"),
            naive.entries(),
            naive.entries() + naive.lost(),
            one.rate() / naive.rate()));
    balanceReads(service);
  }

  private void balanceReads(BenchService service)
      throws InterruptedException, LedgerTroubleException {
    String few = GiftsBench.fundOf(service, 10);
    String many = GiftsBench.fundOf(service, sizes.many());
    List<Double> millis = DecisionsBench.balanceReads(service, few, many);
    goals.add(
        Goal.atMost(
            String.format(Locale.ROOT, "balance read: after %,d entries / after 10", sizes.many()),
            millis.get(1) / millis.get(0),
            1.25));
    say(
        String.format(
            Locale.ROOT,
            "balance read: %.1f ms after 10 entries, %.1f ms after %,d",
            millis.get(0),
            millis.get(1),
            sizes.many()));
  }

  private void decisions(BenchNetwork network, BenchService service)
      throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    Row grants = new Row("grants on one hot fund");
    Row releases = new Row("releases on one hot fund");
    for (int run = 0; run < sizes.runs(); run++) {
      DecisionsBench bench = DecisionsBench.open(network, service, run, sizes.decisions());
      grants.add(bench.grants());
      releases.add(bench.releases());
      bench.requireExact();
    }
    List.of(grants, releases).forEach(row -> tell(row.text()));
    say(
        String.format(
            Locale.ROOT,
            "floor never crossed: %,d grants refused, the rest are exactly the money that was"
                + " there",
            grants.lost()));
    goals.add(Goal.atLeast("grants on one hot fund per second", grants.rate(), 1_000));
    goals.add(Goal.atLeast("releases on one hot fund per second", releases.rate(), 1_000));
  }

  private void lag(BenchService service) throws InterruptedException, LedgerTroubleException {
    LagBench.Lag lag = LagBench.run(service, sizes.lagSeconds());
    say(
        String.format(
            Locale.ROOT,
            ("%,d gifts at %d/s: due to committed p50 %,.0f ms, p99 %,.0f ms;"
                + " then indexed p50 %,.0f ms, p99 %,.0f ms"),
            lag.lags().size(),
            LagBench.PER_SECOND,
            Figures.percentile(lag.commits(), 50),
            Figures.percentile(lag.commits(), 99),
            Figures.percentile(lag.lags(), 50),
            Figures.percentile(lag.lags(), 99)));
    goals.add(Goal.atMost("commit to indexed: p50, ms", Figures.percentile(lag.lags(), 50), 60));
    goals.add(Goal.atMost("commit to indexed: p99, ms", Figures.percentile(lag.lags(), 99), 250));
  }

  private void say(String line) {
    tell(line + "\n");
  }

  private void tell(String text) {
    out.print(text);
    out.flush();
  }
}
