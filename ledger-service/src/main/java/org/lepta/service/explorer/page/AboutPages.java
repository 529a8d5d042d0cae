package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.AnchorState;
import org.lepta.service.anchoring.Anchors;
import org.lepta.service.anchoring.ChainAnchor;
import org.lepta.service.anchoring.TimestampAnchor;
import org.lepta.service.anchoring.TimestampState;
import org.lepta.service.consortium.FirstDifference;
import org.lepta.service.consortium.OtherState;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import org.lepta.service.explorer.Self;
import org.lepta.service.indexing.read.Builds;
import org.lepta.service.indexing.read.LogKeys;
import org.lepta.service.indexing.read.Roots;
import org.lepta.service.transparency.log.LogState;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.ui.OfflineVerifier;
import org.lepta.ui.Pages;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.page.AboutPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Agreement;
import org.lepta.ui.view.Cell;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.OtherRow;
import org.lepta.ui.view.ServerFields;
import org.springframework.stereotype.Component;

/** Makes the page about this server. */
@Component
class AboutPages {

  private final Sources sources;
  private final Self self;
  private final Others others;
  private final TextFetcher texts;
  private final TransparencyLog log;
  private final Roots roots;
  private final LogKeys keys;
  private final Builds builds;
  private final Anchors anchors;
  private final VerifyPages verify;

  AboutPages(
      Sources sources,
      Self self,
      Others others,
      TextFetcher texts,
      TransparencyLog log,
      Roots roots,
      LogKeys keys,
      Builds builds,
      Anchors anchors,
      VerifyPages verify) {
    this.sources = sources;
    this.self = self;
    this.others = others;
    this.texts = texts;
    this.log = log;
    this.roots = roots;
    this.keys = keys;
    this.builds = builds;
    this.anchors = anchors;
    this.verify = verify;
  }

  String html(Standing standing, Language language) {
    View view =
        new View(
            language, new NameBooks().organisation(self.organisation()).lookUp(sources.lookups()));
    ServerFields fields = ServerFields.of(language);
    LogState state = log.state();
    LogState.Alarm alarm = state.alarm();
    List<Notice> notices = alarm == null ? List.of() : List.of(fields.alarm(alarm.code().name()));
    return Pages.about(
        new AboutPage(
            Frames.of(
                standing,
                language,
                view.texts().text("about.heading"),
                view.texts().text("about.lead"),
                "/about",
                null),
            notices,
            server(fields, view),
            log(fields, standing, state),
            others.states().stream().map(other -> row(view, fields, other)).toList()));
  }

  private List<Field> server(ServerFields fields, View view) {
    List<Field> all =
        new ArrayList<>(
            fields.server(
                view.organisation(self.organisation()),
                self.onNetwork(),
                self.recording(),
                chaincode(view)));
    all.add(fields.verifier(OfflineVerifier.sha256(), verify.named(view.language()).orElse(null)));
    return all;
  }

  private ServerFields.@Nullable Named chaincode(View view) {
    return builds
        .newest()
        .map(build ->
            new ServerFields.Named(
                build.sha256(), build.leaf(), view.path("/entries/" + build.leaf())))
        .orElse(null);
  }

  private List<Field> log(ServerFields fields, Standing standing, LogState state) {
    String root = roots.at(standing.height()).orElseThrow().root().hex();
    List<Field> all =
        new ArrayList<>(
            fields.log(
                new ServerFields.Log(state.origin(), standing.height(), standing.size(), root),
                state.vkey(),
                keys.isRecorded(state.vkey()),
                state.publishedSize(),
                texts.counts().missing()));
    keys.leadingTo(state.vkey())
        .forEach(change -> all.add(fields.formerKey(change.from(), change.leaf())));
    all.addAll(witnesses(fields, state));
    anchors
        .timestamps()
        .map(TimestampAnchor::state)
        .ifPresent(stamps -> all.addAll(timestamps(fields, stamps)));
    anchors.chain().map(ChainAnchor::state).ifPresent(anchor -> all.addAll(anchor(fields, anchor)));
    sources
        .lineage()
        .previous()
        .ifPresent(before -> all.add(fields.previous(before.origin(), before.size())));
    return all;
  }

  /** Nothing is said of witnesses where nobody is asked. */
  private static List<Field> witnesses(ServerFields fields, LogState state) {
    List<Field> all = new ArrayList<>();
    if (!state.witnesses().isEmpty()) {
      all.add(fields.cosigned(state.cosigned() == null ? 0 : state.cosigned().size()));
    }
    for (LogState.WitnessState witness : state.witnesses()) {
      all.add(
          fields.witness(
              witness.name(), witness.size(), witness.lastSeen(), witness.trouble() != null));
    }
    return all;
  }

  private static List<Field> timestamps(ServerFields fields, TimestampState state) {
    TimestampState.Stamped newest = state.newest();
    return fields.timestamps(
        state.authority(),
        newest == null ? null : new ServerFields.Stamped(newest.size(), newest.time()),
        state.trouble() == null ? null : state.trouble().code().name());
  }

  private static List<Field> anchor(ServerFields fields, AnchorState state) {
    AnchorState.Anchored anchored = state.anchored();
    return fields.anchor(
        new ServerFields.Contract(
            state.contract().chainId(), state.contract().address(), AnchorState.HEAD_CALL),
        anchored == null
            ? null
            : new ServerFields.Anchored(
                anchored.size(), anchored.root().hex(), anchored.time(), anchored.isFinal()),
        state.trouble() == null ? null : state.trouble().code().name());
  }

  private static OtherRow row(View view, ServerFields fields, OtherState other) {
    String address = other.address().toString();
    return new OtherRow(
        address.startsWith("https://")
            ? new Cell.Linked(new Link(address, address + "/"))
            : new Cell.Text(address),
        Agreement.valueOf(other.stand().name()),
        CountFormat.number(view.language(), other.height()),
        CountFormat.number(view.language(), other.size()),
        DateFormat.moment(view.language(), other.since()),
        note(fields, other));
  }

  private static String note(ServerFields fields, OtherState other) {
    FirstDifference first = other.difference();
    return switch (other.stand()) {
      case DIFFERS -> first == null ? "" : fields.differs(first.height() - 1, first.leaf());
      case BEHIND, AHEAD -> fields.itsBlocks(other.theirHeight());
      case UNREACHABLE -> other.trouble() == null ? "" : fields.trouble(other.trouble().name());
      case NOT_ASKED, AGREES, OTHER_LEDGER -> "";
    };
  }
}
