package org.lepta.service.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.Sha256;

/** Which payments a seed selects. */
final class SelectionTest {

  private static final Path NOTE =
      Path.of("..", "docs", "reference", "vectors", "audit", "checkpoint");

  private static Plan plan(
      @Nullable String interval, @Nullable Integer items, @Nullable String top, String... bands) {
    return new Plan(
        "ledger.example/audit",
        "XM-LEPTA-1/school",
        "GBP",
        interval == null ? null : Amount.parse(interval),
        items,
        top == null ? null : Amount.parse(top),
        false,
        List.of(bands).stream().map(Amount::parse).toList(),
        null,
        null);
  }

  private static Seed seed(long number) {
    return new Seed(Sha256.digest(BigInteger.valueOf(number).toByteArray()));
  }

  private static Population.Result population(List<Item> items) {
    return new Population.Result(items, 0, BigInteger.ZERO, 0);
  }

  private static Item item(long leaf, long amount) {
    return new Item(leaf, Kind.DISBURSEMENT, amount, amount);
  }

  /** The worked example of docs/reference/sample, computed there by another program. */
  @Test
  void theWorkedExampleComesOut() throws Exception {
    Plan plan = plan("100", null, "80", "50");
    Opening opening = new Opening(plan, Sha256.ofHex("0".repeat(63) + "1"));
    Seed seed = Seed.of(opening, Files.readAllBytes(NOTE));
    List<Item> payments =
        List.of(
            item(3, 300_000),
            item(5, 799_999),
            item(8, 800_000),
            item(9, 120_000),
            item(12, 2_500_000),
            item(13, 500_000),
            item(15, 499_999),
            item(20, 410_000),
            item(21, 40_000),
            item(22, 600_000),
            item(30, 70_000),
            item(31, 350_000),
            item(40, 1));

    Selection selection = Selection.of(plan, population(payments), seed);

    assertThat(new String(opening.bytes(), java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo(
            "{\"bands\":[\"50\"],\"byKind\":false,\"fund\":\"XM-LEPTA-1/school\","
                + "\"interval\":\"100\",\"log\":\"ledger.example/audit\",\"salt\":\""
                + "0".repeat(63)
                + "1\",\"top\":\"80\",\"unit\":\"GBP\",\"v\":1}");
    assertThat(opening.commitment().hex())
        .isEqualTo("943f257752ea06fde75d566694fb24d6c9d334a36b6da7c62eba1b5b16b1bc39");
    assertThat(seed.hash().hex())
        .isEqualTo("6dada82f1cb030465f4778fd85fd62dcb841f4191fddebb1f4faddd276cf9de7");
    assertThat(selection.strata())
        .containsExactly(
            new Selection.Stratum("all/0", 8, BigInteger.valueOf(1_790_000), 119_245L, 2),
            new Selection.Stratum("all/1", 3, BigInteger.valueOf(1_899_999), 944_208L, 1),
            new Selection.Stratum("top", 2, BigInteger.valueOf(3_300_000), null, 2));
    assertThat(selection.chosen())
        .containsExactly(
            new Selection.Chosen(payments.get(0), "all/0", BigInteger.valueOf(119_245)),
            new Selection.Chosen(payments.get(2), "top", null),
            new Selection.Chosen(payments.get(4), "top", null),
            new Selection.Chosen(payments.get(5), "all/1", BigInteger.valueOf(944_208)),
            new Selection.Chosen(payments.get(7), "all/0", BigInteger.valueOf(1_119_245)));
  }

  @Test
  void numbersAreThoseOfTheDefinition() throws Exception {
    Seed seed =
        new Seed(Sha256.ofHex("6dada82f1cb030465f4778fd85fd62dcb841f4191fddebb1f4faddd276cf9de7"));

    assertThat(
            List.of(
                seed.below("x", 1),
                seed.below("x", 2),
                seed.below("x", 3),
                seed.below("x", 10),
                seed.below("x", 1_000_000),
                seed.below("x", Long.MAX_VALUE)))
        .containsExactly(0L, 0L, 1L, 2L, 265_662L, 4_613_122_589_922_489_855L);
  }

  /** Without throwing away, small numbers would come a third more often under this bound. */
  @Test
  void numbersHaveNoBiasUnderALargeBound() {
    long bound = 3L << 61;
    int low = 0;
    for (int i = 0; i < 20_000; i++) {
      low += seed(i).below("x", bound) < 1L << 62 ? 1 : 0;
    }

    assertThat(low / 20_000.0).isCloseTo(2.0 / 3, within(0.02));
  }

  private static List<Item> random(long seed, int count, long most) {
    Random random = new Random(seed);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item(i, 1 + (long) (Math.pow(random.nextDouble(), 3) * most)));
    }
    return items;
  }

  private static Set<Long> leaves(Selection selection) {
    Set<Long> leaves = new HashSet<>();
    selection.chosen().forEach(chosen -> leaves.add(chosen.item().leaf()));
    return leaves;
  }

  /** With 4,000 seeds five standard deviations are below 0.04. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPaymentIsSelectedInProportionToItsMoney(long world) throws Exception {
    List<Item> items = random(world, 60, 1_500_000);
    Plan plan = plan("100", null, null);
    Map<Long, Integer> hits = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      leaves(Selection.of(plan, population(items), seed(world * 10_000 + i)))
          .forEach(leaf -> hits.merge(leaf, 1, Integer::sum));
    }

    for (Item item : items) {
      double share = Math.min(1, item.amount() / 1_000_000.0);
      assertThat(hits.getOrDefault(item.leaf(), 0) / 4_000.0)
          .as("payment of %d", item.amount())
          .isCloseTo(share, within(0.04));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6, 7})
  void theTopIsAlwaysWholeAndEveryUnitHitIsItsOwn(long world) throws Exception {
    List<Item> items = random(world, 300, 3_000_000);
    Plan plan = plan("70", null, "60", "1", "10");

    Selection selection = Selection.of(plan, population(items), seed(world));

    assertThat(selection.interval()).isEqualTo(700_000);
    Set<Long> chosen = leaves(selection);
    items.stream()
        .filter(item -> item.amount() >= 600_000)
        .forEach(item -> assertThat(chosen).contains(item.leaf()));
    assertThat(selection.chosen()).hasSize(chosen.size());
    for (Selection.Stratum stratum : selection.strata()) {
      Long start = stratum.start();
      if (start != null) {
        BigInteger behind = stratum.total().subtract(BigInteger.valueOf(start + 1));
        long expected =
            behind.signum() < 0 ? 0 : behind.divide(BigInteger.valueOf(700_000)).longValue() + 1;
        assertThat(stratum.selected()).as(stratum.name()).isEqualTo(expected);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherOneAnotherSample() throws Exception {
    List<Item> items = random(8, 500, 500_000);
    Plan plan = plan("60", null, null);

    Selection selection = Selection.of(plan, population(items), seed(1));

    assertThat(Selection.of(plan, population(items), seed(1))).isEqualTo(selection);
    assertThat(leaves(Selection.of(plan, population(items), seed(2))))
        .isNotEqualTo(leaves(selection));
  }

  @Test
  void aNumberOfItemsSetsTheInterval() throws Exception {
    List<Item> items = random(9, 400, 300_000);
    long total = items.stream().mapToLong(Item::amount).sum();

    Selection selection = Selection.of(plan(null, 40, null), population(items), seed(3));

    assertThat(selection.interval()).isEqualTo(total / 40);
    assertThat(selection.chosen()).hasSizeBetween(30, 41);
    assertThat(Selection.of(plan(null, 40, null), population(List.of()), seed(3)).chosen())
        .isEmpty();
  }

  @Test
  void sumsBeyondALongAreExact() throws Exception {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(item(i, 1_000_000_000_000_000_000L));
    }

    Selection selection =
        Selection.of(plan("900000000000000", null, null), population(items), seed(4));

    assertThat(selection.strata().getFirst().total())
        .isEqualTo(new BigInteger("40000000000000000000"));
    assertThat(selection.chosen()).hasSizeBetween(4, 5);
    assertThatThrownBy(() -> Selection.of(plan(null, 1, null), population(items), seed(4)))
        .isInstanceOf(SampleException.class)
        .hasMessageContaining("ask for more items");
  }

  @Test
  void aPlanThatCannotBeDrawnByIsRefused() {
    assertThatThrownBy(() -> plan(null, null, null).checked()).hasMessageContaining("interval or");
    assertThatThrownBy(() -> plan("1", 1, null).checked()).hasMessageContaining("interval or");
    assertThatThrownBy(() -> plan("0", null, null).checked()).hasMessageContaining("above zero");
    assertThatThrownBy(() -> plan(null, 0, null).checked()).hasMessageContaining("items is");
    assertThatThrownBy(() -> plan("1", null, "-1").checked()).hasMessageContaining("top amount");
    assertThatThrownBy(() -> plan("1", null, null, "5", "5").checked())
        .hasMessageContaining("ascend");
  }
}
