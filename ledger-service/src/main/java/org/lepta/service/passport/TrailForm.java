package org.lepta.service.passport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.trail.Trail;
import org.lepta.service.trail.Trail.Act;
import org.lepta.service.trail.Trail.Drawn;
import org.lepta.service.trail.Trail.GrantActs;
import org.lepta.service.trail.Trail.Hop;
import org.lepta.service.trail.Trail.Reached;
import org.lepta.service.trail.Trail.Step;

/**
 * Reads a trail in the form of the read API, which may have further fields. What it says twice (of
 * the donation and of its first hop, of a hop's origin and of every piece's) must be the same.
 */
final class TrailForm {

  private TrailForm() {}

  static Trail read(JsonFields trail) throws PassportException {
    List<Hop> hops = new ArrayList<>();
    for (JsonFields hop : trail.objects("hops")) {
      hops.add(hop(hop));
    }
    if (hops.isEmpty()) {
      throw trail.malformed("hops");
    }
    JsonFields donation = trail.object("donation");
    Hop gift = hops.getFirst();
    boolean same =
        donation.number("leafIndex") == gift.leaf()
            && donation.text("kind").equals(gift.kind())
            && donation.text("id").equals(gift.id())
            && donation.text("fund").equals(gift.fund())
            && donation.text("unit").equals(gift.unit())
            && donation.text("amount").equals(gift.amount());
    if (!same) {
      throw differs("the donation is not the first hop's");
    }
    return new Trail(
        trail.object("asOf").number("size"),
        trail.text("lens"),
        hops,
        trail.flag("hopsLeftOut"),
        null);
  }

  private static PassportException differs(String detail) {
    return new PassportException(PassportCode.TRAIL_DIFFERS, detail);
  }

  private static Hop hop(JsonFields hop) throws PassportException {
    JsonFields origin = hop.object("origin");
    long leaf = origin.number("leafIndex");
    List<Step> steps = new ArrayList<>();
    for (JsonFields piece : hop.objects("pieces")) {
      steps.add(step(piece, leaf));
    }
    List<GrantActs> grants = new ArrayList<>();
    for (JsonFields grant : hop.objects("grants")) {
      grants.add(grant(grant));
    }
    return new Hop(
        Math.toIntExact(Math.min(hop.number("number"), Integer.MAX_VALUE)),
        reached(hop.objectOrNull("reachedBy")),
        leaf,
        origin.text("kind"),
        origin.text("id"),
        origin.textOrNull("date"),
        hop.text("fund"),
        hop.text("unit"),
        hop.flag("earmarked"),
        hop.text("amount"),
        hop.text("from"),
        hop.text("to"),
        hop.text("unspent"),
        hop.text("voided"),
        hop.text("spent"),
        hop.text("cameBack"),
        steps,
        hop.text("spentLeftOut"),
        hop.flag("piecesLeftOut"),
        grants,
        List.of());
  }

  private static @Nullable Reached reached(@Nullable JsonFields reached) throws PassportException {
    return reached == null
        ? null
        : new Reached(
            Math.toIntExact(Math.min(reached.number("hop"), Integer.MAX_VALUE)),
            reached.number("leafIndex"),
            reached.flag("exact"));
  }

  private static Step step(JsonFields piece, long gift) throws PassportException {
    JsonFields payment = piece.object("payment");
    JsonFields origin = piece.object("origin");
    if (origin.number("leafIndex") != gift) {
      throw differs("a piece is of another origin than its hop");
    }
    return new Step(
        payment.number("leafIndex"),
        payment.text("kind"),
        payment.text("id"),
        payment.textOrNull("date"),
        payment.text("amount"),
        piece.text("amount"),
        piece.text("share"),
        payment.textOrNull("receiver"),
        payment.textOrNull("otherFund"),
        payment.textOrNull("grant"),
        piece.text("evidence"),
        new Drawn(
            origin.text("from"),
            origin.text("to"),
            piece.text("lineFrom"),
            piece.number("since"),
            piece.flag("coveredLater"),
            origin.flag("again"),
            piece.text("cameBack")),
        null);
  }

  private static GrantActs grant(JsonFields grant) throws PassportException {
    List<Act> acts = new ArrayList<>();
    for (JsonFields act : grant.objects("acts")) {
      acts.add(
          new Act(
              act.number("leafIndex"),
              act.text("kind"),
              act.text("id"),
              act.textOrNull("date"),
              act.text("unit"),
              act.text("amount"),
              act.textOrNull("receiver"),
              act.textOrNull("otherFund"),
              act.textOrNull("corrects")));
    }
    return new GrantActs(grant.text("grant"), acts, grant.flag("actsLeftOut"));
  }
}
