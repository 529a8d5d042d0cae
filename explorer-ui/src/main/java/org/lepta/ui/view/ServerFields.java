package org.lepta.ui.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.HashText;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Named values of this server, and what is said of others, with their labels. Thread-safe. */
public final class ServerFields {
  private final Language language;
  private final Texts texts;

  private ServerFields(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static ServerFields of(Language language) {
    return new ServerFields(language);
  }

  /**
   * Who runs it and which ledger it reads.
   *
   * @param fabric whether the ledger is a network; else it is on this machine
   * @param recording whether it may record
   * @param chaincode the rules' build, where the log names it
   */
  public List<Field> server(
      Party organisation, boolean fabric, boolean recording, @Nullable Named chaincode) {
    String ledger = texts.text(fabric ? "about.ledgerFabric" : "about.ledgerEmbedded");
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(texts.text("about.organisation"), new Cell.Who(organisation)));
    fields.add(text("about.ledger", ledger));
    fields.add(text("about.writing", texts.text(recording ? "about.yes" : "about.readsOnly")));
    if (chaincode != null) {
      fields.add(new Field(texts.text("about.chaincode"), cell(chaincode)));
    }
    return fields;
  }

  /** The hash of the verifier for download, and where the log names it, once it does. */
  public Field verifier(String sha256, @Nullable Named named) {
    return new Field(
        texts.text("about.verifier"), named == null ? new Cell.Text(sha256) : cell(named));
  }

  private Cell cell(Named named) {
    return new Cell.Many(List.of(new Cell.Text(named.sha256()), new Cell.Linked(link(named))));
  }

  /** The entry that names a hash. */
  public Link link(Named named) {
    String entry = texts.text("about.namedBy", CountFormat.number(language, named.entry()));
    return new Link(entry, named.path());
  }

  /**
   * A file whose hash the log names: the chaincode that keeps the rules, or the verifier.
   *
   * @param sha256 of the file
   * @param entry number of the entry that names it
   * @param path its page
   */
  public record Named(String sha256, long entry, String path) {}

  /**
   * What it computed and publishes.
   *
   * @param publishedSize entries under the newest signed checkpoint
   * @param keyRecorded whether the key stands on the ledger
   */
  public List<Field> log(
      Log log, @Nullable String key, boolean keyRecorded, long publishedSize, long missingTexts) {
    List<Field> fields = new ArrayList<>();
    fields.add(count("about.blocks", log.blocks()));
    fields.add(count("about.entries", log.entries()));
    fields.add(new Field(texts.text("about.root"), new Cell.Digest(HashText.of(log.root()))));
    fields.add(text("about.origin", log.origin()));
    fields.add(text("about.key", key == null ? texts.text("about.noKey") : key));
    fields.add(text("about.keyRecorded", texts.text(keyRecorded ? "about.yes" : "about.no")));
    fields.add(count("about.published", publishedSize));
    if (missingTexts > 0) {
      fields.add(count("about.missingTexts", missingTexts));
    }
    return fields;
  }

  /** A key that signed until an entry replaced it. */
  public Field formerKey(String key, long entry) {
    String number = CountFormat.number(language, entry);
    Link link =
        new Link(texts.text("about.replacedBy", number), language.path("/entries/" + entry));
    return new Field(
        texts.text("about.formerKey"),
        new Cell.Many(List.of(new Cell.Text(key), new Cell.Linked(link))));
  }

  /** What enough witnesses have cosigned. */
  public Field cosigned(long size) {
    return count("about.cosigned", size);
  }

  /**
   * How a witness stands.
   *
   * @param size entries under the checkpoint that it cosigned last
   * @param at when it did; null if it did not yet
   * @param away whether it does not cosign now
   */
  public Field witness(String name, long size, @Nullable Instant at, boolean away) {
    String stands =
        away
            ? texts.text("about.witnessAway")
            : at == null
                ? texts.text("about.witnessNot")
                : texts.text(
                    "about.witnessSigns",
                    CountFormat.phrase(language, "count.entries", size),
                    DateFormat.moment(language, at).text());
    return new Field(texts.text("about.witness", name), new Cell.Text(stands));
  }

  /**
   * What an anchor on a chain holds, and how a reader asks the chain for it.
   *
   * @param anchored null if nothing is anchored yet
   * @param trouble code of what stops the anchoring now; null if nothing does
   */
  public List<Field> anchor(
      Contract contract, @Nullable Anchored anchored, @Nullable String trouble) {
    List<Field> fields = new ArrayList<>();
    String chain = CountFormat.number(language, contract.chain());
    fields.add(text("about.anchor", texts.text("about.anchorIn", contract.address(), chain)));
    if (anchored == null) {
      fields.add(text("about.anchored", texts.text("about.anchoredNot")));
    } else {
      fields.add(text("about.anchored", stands(anchored)));
      fields.add(text("about.anchorCheck", check(contract, anchored)));
    }
    if (trouble != null) {
      fields.add(text("about.anchorTrouble", texts.text("about.reason", trouble)));
    }
    return fields;
  }

  private String stands(Anchored anchored) {
    return texts.text(
        anchored.isFinal() ? "about.anchoredFinal" : "about.anchoredWaits",
        CountFormat.phrase(language, "count.entries", anchored.size()),
        DateFormat.moment(language, anchored.time()).text());
  }

  /** Two words of 32 bytes: the size, padded with zeros, and the root. */
  private String check(Contract contract, Anchored anchored) {
    String answer = "0x" + String.format("%064x", anchored.size()) + anchored.root();
    String call =
        "eth_call {\"to\": \"%s\", \"data\": \"%s\"}"
            .formatted(contract.address(), contract.call());
    return texts.text("about.anchorCall", call, answer);
  }

  /**
   * What a timestamp authority has stamped, and where its token is.
   *
   * @param stamped null if nothing is stamped yet
   * @param trouble code of what stops the stamps now; null if nothing does
   */
  public List<Field> timestamps(
      String authority, @Nullable Stamped stamped, @Nullable String trouble) {
    List<Field> fields = new ArrayList<>();
    String label = texts.text("about.stamped", authority);
    if (stamped == null) {
      fields.add(new Field(label, new Cell.Text(texts.text("about.anchoredNot"))));
    } else {
      String path = "/log/timestamps/" + stamped.size();
      fields.add(
          new Field(
              label,
              new Cell.Many(
                  List.of(
                      new Cell.Text(
                          texts.text(
                              "about.stampedAt",
                              CountFormat.phrase(language, "count.entries", stamped.size()),
                              DateFormat.moment(language, stamped.time()).text())),
                      new Cell.Linked(
                          new Link(texts.text("about.stampedNote"), path + ".checkpoint")),
                      new Cell.Linked(
                          new Link(texts.text("about.stampedToken"), path + ".tsr"))))));
    }
    if (trouble != null) {
      fields.add(text("about.stampTrouble", texts.text("about.reason", trouble)));
    }
    return fields;
  }

  /** The entries under a stamped checkpoint, and the token's time. */
  public record Stamped(long size, Instant time) {}

  /**
   * A contract on a chain.
   *
   * @param chain its number
   * @param address of the contract
   * @param call data of the call that shows what stands there
   */
  public record Contract(long chain, String address, String call) {}

  /** What stands in a contract, and since when. */
  public record Anchored(long size, String root, Instant time, boolean isFinal) {}

  /** The log that this one continues, with the entries that it ended with. */
  public Field previous(String origin, long entries) {
    return text(
        "about.previous",
        texts.text(
            "about.previousIs", origin, CountFormat.phrase(language, "count.entries", entries)));
  }

  /**
   * That the ledger goes on elsewhere.
   *
   * @param log name of the log that continues this one, where it is known
   * @param entry the number of the entry that says so
   */
  public Notice ended(@Nullable String log, long entry) {
    String words = log == null ? texts.text("about.ended") : texts.text("about.endedInto", log);
    Link link =
        new Link(
            texts.text("entry.kicker", CountFormat.number(language, entry)),
            language.path("/entries/" + entry));
    return new Notice(Tone.ATTENTION, words, link);
  }

  /** The log as this server computed it. */
  public record Log(String origin, long blocks, long entries, String root) {}

  /** That nothing more is signed, and why. */
  public Notice alarm(String code) {
    return Notice.of(Tone.ALARM, texts.text("about.alarm", code));
  }

  /**
   * From where on another log is another one.
   *
   * @param block number of the first block after which they differ
   * @param entry the first entry that differs, where it is known
   */
  public String differs(long block, @Nullable Long entry) {
    String number = CountFormat.number(language, block);
    return entry == null
        ? texts.text("about.differsFrom", number)
        : texts.text("about.differsLeaf", number, CountFormat.number(language, entry));
  }

  /** How many blocks another server has. */
  public String itsBlocks(long blocks) {
    return texts.text("about.itsBlocks", CountFormat.phrase(language, "count.blocks", blocks));
  }

  /** Why it does not answer, by its code. */
  public String trouble(String code) {
    return texts.text("about.reason", code);
  }

  private Field text(String key, String value) {
    return new Field(texts.text(key), new Cell.Text(value));
  }

  private Field count(String key, long value) {
    return text(key, CountFormat.number(language, value));
  }
}
