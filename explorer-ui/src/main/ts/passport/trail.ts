import { PassportError } from "./fault.ts";
import type { Fields } from "./fields.ts";

/** An entry as a trail names it. */
export interface Named {
  readonly leafIndex: bigint;
  readonly kind: string;
  readonly id: string;
  readonly date: string | null;
}

/** Units of the gift in one payment. Amounts are decimal strings until they are checked. */
export interface Piece {
  readonly payment: Named & { readonly amount: string; readonly grant: string | null };
  readonly amount: string;
  readonly from: string;
  readonly to: string;
  readonly cameBack: string;
  readonly evidence: string;
}

/** What a grantee did with a grant as a whole. */
export interface Act extends Named {
  readonly grant: string;
  readonly unit: string;
  readonly amount: string;
}

/** One stretch of the way: units in one fund. */
export interface Hop {
  readonly number: bigint;
  readonly reachedBy: { readonly hop: bigint; readonly leafIndex: bigint } | null;
  readonly origin: Named;
  readonly fund: string;
  readonly unit: string;
  readonly amount: string;
  readonly from: string;
  readonly to: string;
  readonly unspent: string;
  readonly voided: string;
  readonly spent: string;
  readonly cameBack: string;
  readonly pieces: readonly Piece[];
  readonly spentLeftOut: string;
  readonly piecesLeftOut: boolean;
  readonly acts: readonly Act[];
}

/** Where a gift went, as known at a size of the log. */
export interface Trail {
  readonly size: bigint;
  readonly lens: string;
  readonly hops: readonly [Hop, ...Hop[]];
  readonly hopsLeftOut: boolean;
}

/**
 * Reads a trail in the form of the read API, which may have further fields. What it says twice (of
 * the donation, of its first hop, of every piece's origin) must be the same.
 */
export function readTrail(trail: Fields): Trail {
  const [gift, ...others] = trail.objects("hops").map(readHop);
  if (gift === undefined) {
    throw trail.malformed("hops");
  }
  const donation = trail.object("donation");
  const same =
    donation.number("leafIndex") === gift.origin.leafIndex &&
    donation.text("kind") === gift.origin.kind &&
    donation.text("id") === gift.origin.id &&
    donation.text("fund") === gift.fund &&
    donation.text("unit") === gift.unit &&
    donation.text("amount") === gift.amount;
  if (!same) {
    throw differs("the donation is not the first hop's");
  }
  return {
    size: trail.object("asOf").number("size"),
    lens: trail.text("lens"),
    hops: [gift, ...others],
    hopsLeftOut: trail.flag("hopsLeftOut"),
  };
}

function differs(detail: string): PassportError {
  return new PassportError("TRAIL_DIFFERS", detail);
}

function readNamed(entry: Fields): Named {
  return {
    leafIndex: entry.number("leafIndex"),
    kind: entry.text("kind"),
    id: entry.text("id"),
    date: entry.textOrNull("date"),
  };
}

function readHop(hop: Fields): Hop {
  const origin = readNamed(hop.object("origin"));
  const reached = hop.objectOrNull("reachedBy");
  reached?.flag("exact");
  hop.flag("earmarked");
  return {
    number: hop.number("number"),
    reachedBy: reached && { hop: reached.number("hop"), leafIndex: reached.number("leafIndex") },
    origin,
    fund: hop.text("fund"),
    unit: hop.text("unit"),
    amount: hop.text("amount"),
    from: hop.text("from"),
    to: hop.text("to"),
    unspent: hop.text("unspent"),
    voided: hop.text("voided"),
    spent: hop.text("spent"),
    cameBack: hop.text("cameBack"),
    pieces: hop.objects("pieces").map((piece) => readPiece(piece, origin.leafIndex)),
    spentLeftOut: hop.text("spentLeftOut"),
    piecesLeftOut: hop.flag("piecesLeftOut"),
    acts: hop.objects("grants").flatMap(readActs),
  };
}

function readPiece(piece: Fields, origin: bigint): Piece {
  const payment = piece.object("payment");
  const units = piece.object("origin");
  if (units.number("leafIndex") !== origin) {
    throw differs("a piece is not of its hop's origin");
  }
  units.flag("again");
  piece.flag("coveredLater");
  piece.number("since");
  for (const name of ["share", "lineFrom"]) {
    piece.text(name);
  }
  for (const name of ["receiver", "otherFund"]) {
    payment.textOrNull(name);
  }
  return {
    payment: {
      ...readNamed(payment),
      amount: payment.text("amount"),
      grant: payment.textOrNull("grant"),
    },
    amount: piece.text("amount"),
    from: units.text("from"),
    to: units.text("to"),
    cameBack: piece.text("cameBack"),
    evidence: piece.text("evidence"),
  };
}

function readActs(grant: Fields): Act[] {
  const id = grant.text("grant");
  grant.flag("actsLeftOut");
  return grant.objects("acts").map((act) => {
    for (const name of ["receiver", "otherFund", "corrects"]) {
      act.textOrNull(name);
    }
    return { ...readNamed(act), grant: id, unit: act.text("unit"), amount: act.text("amount") };
  });
}
