-- What pages and the read API need beside the index itself.

-- Statements about another organisation's fund, or about none: with entry_owner, all entries of an
-- organisation are found without a scan.
CREATE INDEX entry_stated ON entry (stated_by, kind, leaf)
  WHERE owner IS NULL OR owner <> stated_by;

-- The figures of a fund (docs/reference/postings section 3), written anew when an entry touches it.
CREATE TABLE fund_total (
  fund              text    NOT NULL,
  unit              text    NOT NULL,
  owner             text    NOT NULL,
  managed           boolean NOT NULL,
  opened            numeric NOT NULL,
  donated           numeric NOT NULL,
  income            numeric NOT NULL,
  transferred_in    numeric NOT NULL,
  transferred_out   numeric NOT NULL,
  exchanged_in      numeric NOT NULL,
  exchanged_out     numeric NOT NULL,
  refunded          numeric NOT NULL,
  awarded           numeric NOT NULL,
  outstanding       numeric NOT NULL,
  released          numeric NOT NULL,
  disbursed         numeric NOT NULL,
  confirmed         numeric NOT NULL, -- part of disbursed
  returned          numeric NOT NULL,
  spent_programme   numeric NOT NULL,
  spent_running     numeric NOT NULL,
  spent_fundraising numeric NOT NULL,
  spent_fee         numeric NOT NULL,
  free              numeric NOT NULL,
  short             numeric NOT NULL,
  PRIMARY KEY (fund, unit)
);
CREATE INDEX fund_total_owner ON fund_total (owner);

-- The same figures added up over all funds of a mode.
CREATE TABLE joint_total (LIKE fund_total);
ALTER TABLE joint_total DROP COLUMN fund, DROP COLUMN owner, ADD PRIMARY KEY (managed, unit);

-- Payments that the other side speaks of: what it says arrived, and what counts of it.
CREATE TABLE payment_confirmation (
  fund      text    NOT NULL,
  payment   text    NOT NULL, -- id of the disbursement
  unit      text    NOT NULL,
  said      numeric NOT NULL,
  confirmed numeric NOT NULL, -- not more than was paid, net of corrections
  grant_id  text,
  PRIMARY KEY (fund, payment, unit)
);
CREATE INDEX payment_confirmation_grant ON payment_confirmation (fund, grant_id)
  WHERE grant_id IS NOT NULL;
