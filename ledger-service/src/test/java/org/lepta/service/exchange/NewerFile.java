package org.lepta.service.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.Postings;

/** What the tests of newer files have in common. */
abstract class NewerFile {

  static final int SHUFFLES = 20;

  @TempDir Path folder;

  final RuleIntake ledger = new RuleIntake();

  ImportReport load(String content) throws IOException {
    return load(ledger, content);
  }

  ImportReport load(RuleIntake into, String content) throws IOException {
    return Samples.load(into, Files.write(folder.resolve("file"), content.getBytes(UTF_8)));
  }

  static List<String> ids(RuleIntake of) {
    return of.entries().stream().map(Entry::qualifiedId).toList();
  }

  List<String> flowsFrom(int index) {
    return ledger.entries().stream()
        .filter(e -> e.body() instanceof Flow)
        .skip(index)
        .map(e -> e.qualifiedId() + " " + ((Flow) e.body()).amount())
        .toList();
  }

  /** What all postings of an account add up to. */
  String sum(Account account) {
    Amount sum = Amount.ZERO;
    for (Entry entry : ledger.entries()) {
      if (entry.body() instanceof Flow flow) {
        for (Posting posting : Postings.of(flow, FundMode.REPORTED)) {
          sum = posting.account() == account ? sum.plus(posting.amount()) : sum;
        }
      }
    }
    return sum.toString();
  }
}
