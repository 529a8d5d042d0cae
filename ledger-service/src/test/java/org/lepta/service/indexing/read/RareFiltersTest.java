package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Twenty donations to one fund and two to another, all owned by one organisation. */
final class RareFiltersTest {

  private static final EntryQuery DONATIONS = EntryQuery.ALL.kinds(Set.of(Kind.DONATION));

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path folder;
  private static Index index;

  @BeforeAll
  static void record() throws Exception {
    List<Entry> entries = new ArrayList<>();
    entries.add(Samples.organisation(Samples.KEEPER));
    entries.add(Samples.fund("large", Samples.KEEPER, FundMode.MANAGED));
    entries.add(Samples.fund("small", Samples.KEEPER, FundMode.MANAGED));
    for (int i = 0; i < 22; i++) {
      entries.add(Samples.donation("d" + i, i < 20 ? "large" : "small", "10"));
    }
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource())) {
      ledger.record(entries.toArray(Entry[]::new));
      ledger.settle();
    }
    index = new Index(DATABASE.dataSource());
  }

  @Test
  void aFundIsMetOftenWhereAFifthOfTheWayIsLikelyToFillAPage() {
    RareFilters large = new RareFilters(DONATIONS.fund("large"), 12);

    // Of twelve donations a fifth is 2.4; twenty of twenty-two are the fund's.
    assertThat(large.areMetOften(index, 2)).isTrue();
    assertThat(large.areMetOften(index, 3)).isFalse();
  }

  @Test
  void theRarestOfFundAndOrganisationCounts() {
    EntryQuery ofOwner = DONATIONS.organisation(Samples.KEEPER);

    assertThat(new RareFilters(ofOwner, 5).areMetOften(index, 1)).isTrue();
    assertThat(new RareFilters(ofOwner.fund("small"), 5).areMetOften(index, 1)).isFalse();
  }

  @Test
  void aNameHasFewIfItHasFewOfTheKindsOfTheList() {
    EntryQuery grants = EntryQuery.ALL.kinds(Set.of(Kind.GRANT)).fund("large");

    assertThat(new RareFilters(DONATIONS.fund("large"), 20).namesFew(index)).isTrue();
    assertThat(new RareFilters(DONATIONS.fund("large"), 19).namesFew(index)).isFalse();
    assertThat(new RareFilters(grants, 0).namesFew(index)).isTrue();
  }

  @Test
  void withoutAFundOrOrganisationNothingIsRare() {
    assertThat(new RareFilters(DONATIONS, 1).areMetOften(index, 10)).isTrue();
    assertThat(new RareFilters(DONATIONS, 1).namesFew(index)).isFalse();
  }
}
