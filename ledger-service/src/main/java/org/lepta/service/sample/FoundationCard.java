package org.lepta.service.sample;

import java.util.List;

/**
 * What a foundation of the sample is.
 *
 * @param gifts how many gifts come to it in two years
 * @param grants how many grants it awards
 * @param grantees its own grantees, by id and name
 */
record FoundationCard(
    String id, Bilingual name, List<FundCard> funds, int gifts, int grants, List<Named> grantees) {

  FoundationCard {
    funds = List.copyOf(funds);
    grantees = List.copyOf(grantees);
  }

  /** An organisation and its name. */
  record Named(String id, Bilingual name) {}

  FundCard fund(String shortName) {
    return funds.stream()
        .filter(fund -> fund.id().equals(id + "-" + shortName))
        .findFirst()
        .orElseThrow();
  }
}
