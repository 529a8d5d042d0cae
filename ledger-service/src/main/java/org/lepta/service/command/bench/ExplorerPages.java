package org.lepta.service.command.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.lepta.service.kernel.Key;

/**
 * Addresses of every page and list, with other ids and filters each time. Not thread-safe.
 *
 * @param size of the log
 * @param cursors of pages deep in the lists, by list
 */
record ExplorerPages(
    ExplorerEntries entries, long size, Map<String, List<String>> cursors, Random random) {

  /** What is asked for, by name. */
  SequencedMap<String, Supplier<String>> all() {
    SequencedMap<String, Supplier<String>> all = new LinkedHashMap<>();
    all.put("overview", () -> "/en/");
    all.put("list of funds", () -> "/ru/funds");
    all.put("list of an owner's funds", () -> "/en/funds?organisation=" + organisation());
    all.put("list of organisations", () -> "/en/organisations");
    all.put("list of entries", () -> "/en/entries");
    all.put("list of gifts", () -> "/en/donations");
    all.put("deep in the gifts", () -> "/en/donations?after=" + cursor("donations"));
    all.put("deep in the grants", () -> "/en/grants?after=" + cursor("grants"));
    all.put("gifts of a fund", () -> "/ru/donations?fund=" + fund());
    all.put("grants by an owner", () -> "/en/grants?organisation=" + organisation());
    all.put("grants to an organisation", () -> "/en/grants?recipient=" + organisation());
    all.put("payments by amount", () -> "/en/disbursements?unit=EUR&minAmount=" + amount());
    all.put("payments of a year", () -> "/en/disbursements?" + year());
    all.put("grants by name", () -> "/en/grants?q=" + name());
    all.put("grants sorted by date", () -> "/en/grants?sort=date");
    all.put("payments sorted by amount", () -> "/en/disbursements?unit=GBP&sort=amount");
    all.put("a fund's gifts by date", () -> "/en/donations?sort=date&fund=" + fund());
    all.put("largest fund's payments", () -> "/en/disbursements?fund=" + largest());
    all.put(
        "largest fund's payments by amount",
        () -> "/en/disbursements?unit=EUR&sort=amount&fund=" + largest());
    all.put("largest fund's entries by date", () -> "/en/entries?sort=date&fund=" + largest());
    all.put("fund", () -> "/en/funds/" + Key.ofId(any(entries.funds())).value());
    all.put("largest fund", () -> "/en/funds/" + Key.ofId(entries.funds().getFirst()).value());
    all.put("organisation", () -> "/ru/organisations/" + organisation());
    all.put("grant", () -> "/en/grants/" + Key.ofId(entries.grant()).value());
    all.put("gift with its trail", () -> "/en/donations/" + Key.ofId(entries.gift()).value());
    all.put("entry", () -> "/en/entries/" + leaf());
    all.put("flows of the ledger", () -> "/en/flows");
    all.put("flows of a fund", () -> "/en/flows?fund=" + fund());
    all.put("flows of an owner", () -> "/en/flows?organisation=" + organisation());
    all.put("ranking", () -> "/en/flows?unit=GBP&mode=reported&side=paid");
    all.put("analytics of the ledger", () -> "/en/analytics");
    all.put("analytics of an owner", () -> "/ru/analytics?organisation=" + organisation());
    all.put("exceptions", () -> "/en/exceptions");
    all.put("exceptions of a rule", () -> "/en/exceptions?rule=unconfirmed");
    all.put("API totals", () -> "/api/v1/totals");
    all.put("API status", () -> "/api/v1/status");
    all.put("API gifts", () -> "/api/v1/donations?fund=" + fund());
    all.put("API grants to", () -> "/api/v1/grants?recipient=" + organisation());
    all.put("API fund", () -> "/api/v1/funds/" + Key.ofId(any(entries.funds())).value());
    all.put("API organisation", () -> "/api/v1/organisations/" + organisation());
    all.put("API trail", () -> "/api/v1/trails/donations/" + Key.ofId(entries.gift()).value());
    all.put("API flows", () -> "/api/v1/flows?organisation=" + organisation());
    all.put("receipt", () -> "/api/v1/receipts/" + leaf() + ".tlog-proof");
    return all;
  }

  /** Searches, by what they find. */
  SequencedMap<String, Supplier<String>> searches() {
    SequencedMap<String, Supplier<String>> all = new LinkedHashMap<>();
    all.put("search: one id", () -> "/api/v1/search?q=" + encoded(entries.gift()));
    all.put("search: begin of ids", () -> "/en/search?q=" + encoded(organisation() + '/'));
    all.put("search: rare name", () -> "/en/search?q=" + name());
    all.put("search: common word", () -> "/en/search?q=Harbour");
    all.put("search: word of all names", () -> "/en/search?q=Fund");
    all.put("search: amount", () -> "/en/search?q=" + amount());
    all.put("search: day", () -> "/en/search?q=2021-0" + (1 + random.nextInt(9)) + "-11");
    return all;
  }

  private String organisation() {
    return any(entries.organisations());
  }

  private String fund() {
    return encoded(any(entries.funds()));
  }

  private String largest() {
    return encoded(entries.funds().getFirst());
  }

  private String name() {
    return Integer.toString(random.nextInt(entries.organisations().size()), 36) + "ton";
  }

  private String amount() {
    return Integer.toString(10 + random.nextInt(90_000));
  }

  private String year() {
    int year = 2016 + random.nextInt(10);
    return "from=" + year + "-01-01&to=" + (year + 1) + "-01-01";
  }

  private long leaf() {
    return (long) (size * random.nextDouble());
  }

  private String cursor(String list) {
    return any(cursors.getOrDefault(list, List.of()));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
