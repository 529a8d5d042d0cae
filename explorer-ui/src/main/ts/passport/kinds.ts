/**
 * The fields of every kind of entry (docs/reference/leaf-format, whose tables a test compares): name,
 * `:` form unless it is a text, `!` if it must be there. `[…]` is a list, `a|b` one of these words.
 */
export const FIELDS: Readonly<Record<string, string>> = {
  header:
    "id! statedBy! happenedOn:date decidedOn:date bookedOn:date actor source:source texts:[text-hash] evidence:[hash] moved:integer",
  genesis:
    "channel! genesisBlock:hash! leafVersion:integer! rulesVersion:integer! organisation! msp! chaincode:hash previousLog previousSize:integer previousRoot:hash",
  organisation: "type",
  member: "msp!",
  fund: "owner! mode:managed|reported! units:[unit] restriction:restricted|designated|unrestricted|endowment purpose termFrom:date termTo:date runningCostShare:amount approvals:[approval-band] factLimitDays:integer decisionLimitDays:integer lens:first-in-first-out|proportional|earmarked parents:[text]",
  "log-key": "vkey! replaces",
  "rule-card": "fund! document:hash! validFrom:date!",
  hold: "fund! grant reason! until:date",
  epoch:
    "leafVersion:integer! rulesVersion:integer! chaincode:hash previousLog previousSize:integer previousRoot:hash",
  opening: "fund! unit:unit! amount:amount!",
  donation: "fund! unit:unit! amount:amount! donor:party from fromFund earmark",
  fee: "fund! unit:unit! amount:amount! donation statement",
  refund: "fund! unit:unit! amount:amount! donation! reason! from",
  income: "fund! unit:unit! amount:amount! type:interest|endowment|return-on-assets|other!",
  "transfer-out": "fund! unit:unit! amount:amount! toFund! transferIn! basis!",
  "transfer-in": "fund! unit:unit! amount:amount! fromFund! transferOut! basis!",
  exchange:
    "fund! unit:unit! amount:amount! boughtUnit:unit! boughtAmount:amount! rate rateOn:date rateSource",
  grant:
    "fund! unit:unit! amount:amount! recipient:party toFund tranches:[tranche] startsOn:date endsOn:date regrantType",
  amendment:
    "fund! unit:unit! amount:amount! grant reason:more|less|cancelled|dates|conditions! recipient:party toFund tranches:[tranche]",
  release: "fund! unit:unit! amount:amount! grant! tranche:integer payee:hash!",
  disbursement:
    "fund! unit:unit! amount:amount! grant release receiver:party toFund basis:reimbursement|to-date earmark",
  "pass-on": "fund! unit:unit! amount:amount! grant! receiver:party toFund",
  return: "fund! unit:unit! amount:amount! grant by:party fromFund",
  expenditure:
    "fund! unit:unit! amount:amount! spendClass:programme|running|fundraising|fee! grant payee:party invoice:hash earmark",
  correction: "target reason! reverses:reverses!",
  "period-close": "fund! upTo:date!",
  confirmation: "fund! of! unit:unit! amount:amount! by:party grant tranche:integer",
  approval: "fund! release! hash:hash! person! device! authenticatorData! clientData! signature!",
  device: "person! organisation! publicKey! relyingParty:hash!",
  attestation: "scope! fund logSize:integer! logRoot:hash! result! periodFrom:date periodTo:date",
  statement:
    "fund account:hash! unit:unit! periodFrom:date! periodTo:date! opening:amount! moneyIn:amount! moneyOut:amount! closing:amount! lines:integer! linesExplained:integer!",
  pledge: "fund! unit:unit! amount:amount! donor:party dueOn:date",
  report: "fund! grant! periodFrom:date periodTo:date",
  application: "fund applicant:party unit:unit amount:amount stage!",
  assessment: "fund application grant tranche:integer result:met|not-met|partly-met!",
  challenge: "of! reason!",
  withdrawal: "text:hash! reason",
  draw: "commitment:hash! scope! fund",
  publication: "role! sha256:hash! version",
  outcome: "fund! grant measure! unit:unit! amount:amount! by:party",
  source: "sha256:hash keyed:hash position!",
  "text-hash": "role! hash:hash!",
  "approval-band": "unit:unit upTo:amount approvals:integer! organisations:[text]",
  party: "org commitment:hash",
  tranche: "number:integer! amount:amount! dueOn:date conditions:[condition]",
  condition: "type:date|evidence|milestone|confirmation! on:date count:integer",
};

/** What a leaf adds to its entry, and the objects in it. */
export const LEAF_FIELDS: Readonly<Record<string, string>> = {
  leaf:
    "v:integer! at:at! recordedBy! through:start|batch|lane! orgSeq:integer! sealedUpTo:integer " +
    "entry:entry! fund fundSeq:integer repeatOf:integer postings:[posting] balances:[posting] " +
    "flags:[late|overflow|repeat|without-release|zero]",
  at: "block:integer! transaction:integer! position:integer! on:date",
  posting: "account! unit:unit! amount:amount! grant",
};
