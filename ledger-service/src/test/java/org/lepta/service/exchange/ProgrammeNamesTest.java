package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** How the funds of 360Giving programmes are called. */
final class ProgrammeNamesTest extends NewerFile {

  private static final String FUND = "fund:GB-CHC-9000000/A1";

  @Test
  void titleOfACodeIsItsName() throws IOException {
    load(file("{'code': 'A1', 'title': 'Warm rooms'}", "{'code': 'A1', 'title': 'Warm rooms'}"));

    assertThat(ledger.texts(FUND)).isEqualTo(Map.of("name", "Warm rooms"));
    assertThat(ledger.texts("grant:360G-x-1")).doesNotContainKey("programme");
  }

  @Test
  void titleMayStandOnALaterGrant() throws IOException {
    load(file("{'code': 'A1'}", "{'code': 'A1', 'title': 'Warm rooms'}"));

    assertThat(ledger.texts(FUND)).isEqualTo(Map.of("name", "Warm rooms"));
  }

  @Test
  void severalTitlesOfACodeAreNotItsName() throws IOException {
    load(file("{'code': 'A1', 'title': 'Refugees'}", "{'code': 'A1', 'title': 'Justice'}"));

    assertThat(ledger.texts(FUND)).isEqualTo(Map.of("name", "A1"));
    assertThat(ledger.texts("grant:360G-x-0")).containsEntry("programme", "Refugees");
    assertThat(ledger.texts("grant:360G-x-1")).containsEntry("programme", "Justice");
  }

  @Test
  void spellingsAreOneTitle() throws IOException {
    load(file("{'code': 'A1', 'title': 'Warm rooms'}", "{'code': 'A1', 'title': 'WARM  rooms '}"));

    assertThat(ledger.texts(FUND)).isEqualTo(Map.of("name", "Warm rooms"));
  }

  @Test
  void codeWithoutTitleIsTheName() throws IOException {
    load(file("{'code': 'A1'}"));

    assertThat(ledger.texts(FUND)).isEqualTo(Map.of("name", "A1"));
  }

  private static String file(String... programmes) {
    StringJoiner grants = new StringJoiner(",", "{'grants': [", "]}");
    for (int i = 0; i < programmes.length; i++) {
      grants.add(
          "{'id': '360G-x-%d', 'title': 't', 'description': 'd', 'currency': 'GBP',".formatted(i)
              + " 'amountAwarded': 1, 'awardDate': '2024-03-05',"
              + " 'recipientOrganization': [{'id': 'GB-CHC-9000001', 'name': 'R'}],"
              + " 'fundingOrganization': [{'id': 'GB-CHC-9000000', 'name': 'F'}],"
              + " 'grantProgramme': ["
              + programmes[i]
              + "]}");
    }
    return grants.toString().replace('\'', '"');
  }
}
