package org.lepta.service.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.service.sampling.Opening;
import org.lepta.service.sampling.Plan;
import org.lepta.service.sampling.SampleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Commits to a sample: a secret file for the auditor, and the note for the ledger. */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the secret opening of a draw, and prints the note that commits to it.",
      "Record that note on the ledger, keep the file to yourself until the sample is taken."
    })
final class SampleDraw implements Callable<Integer> {

  @Parameters(paramLabel = "URL|DIR", description = "the log that is sampled")
  String place = "";

  @Option(names = "--fund", required = true, description = "id of the fund")
  String fund = "";

  @Option(names = "--unit", required = true, description = "currency or other unit")
  String unit = "";

  @Option(names = "--interval", description = "money from one selection to the next")
  @Nullable String interval;

  @Option(names = "--items", description = "instead: how many selections the whole would have")
  @Nullable Integer items;

  @Option(names = "--top", description = "amount from which payments are taken whole")
  @Nullable String top;

  @Option(names = "--by-kind", description = "each kind of payment is a stratum of its own")
  boolean byKind;

  @Option(names = "--bands", split = ",", description = "amounts that part strata, ascending")
  List<String> bands = List.of();

  @Option(names = "--from", description = "first day of the period")
  @Nullable LocalDate from;

  @Option(names = "--to", description = "last day of the period")
  @Nullable LocalDate to;

  @Option(names = "--stated-by", required = true, description = "id of the auditor's organisation")
  String statedBy = "";

  @Option(names = "--policy", paramLabel = "FILE", description = "whom to believe")
  @Nullable Path policy;

  @Option(names = "--out", defaultValue = "draw.json", description = "(default: draw.json)")
  Path out = Path.of("draw.json");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return SampleRun.over(
        place,
        policy,
        spec.commandLine(),
        log -> {
          Plan plan = plan(log.newest().checkpoint().origin());
          Opening opening = Opening.fresh(plan, new SecureRandom());
          keep(opening.bytes());
          say(opening);
        });
  }

  private Plan plan(String log) throws SampleException {
    try {
      List<Amount> bounds = new ArrayList<>();
      bands.forEach(bound -> bounds.add(Amount.parse(bound)));
      Plan plan =
          new Plan(
              log,
              fund,
              unit,
              interval == null ? null : Amount.parse(interval),
              items,
              top == null ? null : Amount.parse(top),
              byKind,
              bounds,
              from,
              to);
      return plan.checked();
    } catch (IllegalArgumentException e) {
      throw new SampleException("An amount cannot be read: " + e.getMessage());
    }
  }

  /** Nobody else may read it, and none that is there is written over: it could not be opened. */
  private void keep(byte[] opening) throws IOException, SampleException {
    try (SeekableByteChannel file =
        Files.newByteChannel(
            out,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      Channels.newOutputStream(file).write(opening);
    } catch (FileAlreadyExistsException e) {
      throw new SampleException("There is a file " + out + " already.");
    }
  }

  private void say(Opening opening) {
    ObjectNode note = JsonMapper.shared().createObjectNode();
    String commitment = opening.commitment().hex();
    note.put("id", "draw-" + commitment.substring(0, 16));
    note.put("statedBy", statedBy);
    note.put("commitment", commitment);
    note.put("scope", "sample");
    note.put("fund", fund);
    PrintWriter err = spec.commandLine().getErr();
    err.println("The opening is in " + out + ". Keep it secret until the sample is taken.");
    err.println("Have this note recorded (POST /api/v1/draws):");
    err.flush();
    spec.commandLine().getOut().println(note);
    spec.commandLine().getOut().flush();
  }
}
