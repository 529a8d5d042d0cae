-- The read model. Everything here can be rebuilt from the ledger's blocks (scripts/lepta fsck);
-- amounts of single entries and balances are in ten-thousandths of a unit, sums in units.

-- How far the index and the log came; one row, written with every group of blocks.
CREATE TABLE log_state (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  height    bigint  NOT NULL, -- number of the next block
  size      bigint  NOT NULL, -- leaves in the log
  frontier  bytea   NOT NULL, -- right edge of the Merkle tree
  voided    bigint  NOT NULL  -- entries in valid transactions that are void by rule
);

-- Size and root of the log after each block: what all services must agree on.
CREATE TABLE block_root (
  block       bigint PRIMARY KEY,
  header_hash bytea  NOT NULL,
  size        bigint NOT NULL,
  root        bytea  NOT NULL,
  committed   timestamptz NOT NULL
);

CREATE TABLE member (
  msp          text PRIMARY KEY,
  organisation text NOT NULL
);

CREATE TABLE entry (
  leaf          bigint      NOT NULL,
  block         bigint      NOT NULL,
  transaction   int         NOT NULL,
  position      int         NOT NULL,
  kind          text        NOT NULL,
  id            text COLLATE "C" NOT NULL, -- byte order, so that prefixes are ranges
  stated_by     text        NOT NULL,
  recorded_by   text        NOT NULL,
  fund          text,
  fund_seq      bigint,
  owner         text,                 -- of the fund
  managed       boolean,              -- mode of the fund
  unit          text,
  amount        bigint,
  business_date date,                 -- when it happened, else when it was decided
  party         text,                 -- the organisation at the other side
  grant_id      text,
  target        text,                 -- qualified id of the entry it is about
  other_fund    text,                 -- the other side's fund or activity, as given
  flags         int         NOT NULL,
  repeat_of     bigint,
  committed     timestamptz NOT NULL, -- the transaction's own timestamp
  bytes         bytea       NOT NULL, -- the leaf
  PRIMARY KEY (leaf)
) PARTITION BY RANGE (leaf);

CREATE INDEX entry_id ON entry (id);
CREATE INDEX entry_kind ON entry (kind, leaf);
CREATE INDEX entry_fund ON entry (fund, kind, leaf);
CREATE INDEX entry_owner ON entry (owner, kind, leaf);
CREATE INDEX entry_party ON entry (party, kind, leaf) WHERE party IS NOT NULL;
CREATE INDEX entry_grant ON entry (fund, grant_id, leaf) WHERE grant_id IS NOT NULL;
CREATE INDEX entry_target ON entry (target, leaf) WHERE target IS NOT NULL;

CREATE TABLE entry_count (
  kind    text   PRIMARY KEY,
  entries bigint NOT NULL
);

CREATE TABLE organisation (
  id   text   PRIMARY KEY,
  leaf bigint NOT NULL
);

CREATE TABLE fund (
  id                  text    PRIMARY KEY,
  leaf                bigint  NOT NULL,
  owner               text    NOT NULL,
  managed             boolean NOT NULL,
  fact_limit_days     int     NOT NULL,
  decision_limit_days int     NOT NULL,
  seq                 bigint  NOT NULL -- entries that touched it
);
CREATE INDEX fund_owner ON fund (owner, leaf);
CREATE INDEX fund_leaf ON fund (leaf);

CREATE TABLE balance (
  fund     text   NOT NULL,
  account  text   NOT NULL,
  grant_id text   NOT NULL, -- empty where the account is not of one grant
  unit     text   NOT NULL,
  amount   bigint NOT NULL,
  PRIMARY KEY (fund, account, grant_id, unit)
);

-- Roll-ups by measure, net of corrections.
CREATE TABLE fund_sum (
  fund    text    NOT NULL,
  unit    text    NOT NULL,
  measure text    NOT NULL,
  amount  numeric NOT NULL,
  entries bigint  NOT NULL,
  PRIMARY KEY (fund, unit, measure)
);

CREATE TABLE grant_sum (
  fund     text    NOT NULL,
  grant_id text    NOT NULL,
  unit     text    NOT NULL,
  measure  text    NOT NULL,
  amount   numeric NOT NULL,
  PRIMARY KEY (fund, grant_id, unit, measure)
);

-- What organisations received, by the measures of the funds that gave.
CREATE TABLE party_sum (
  organisation text    NOT NULL,
  unit         text    NOT NULL,
  managed      boolean NOT NULL,
  measure      text    NOT NULL,
  amount       numeric NOT NULL,
  entries      bigint  NOT NULL,
  PRIMARY KEY (organisation, unit, managed, measure)
);

-- Batches that were composed and whose fate is not known yet: not rebuilt from blocks.
CREATE TABLE outbox (
  organisation text   NOT NULL,
  number       bigint NOT NULL,
  request      bytea  NOT NULL,
  PRIMARY KEY (organisation, number)
);

CREATE TABLE outbox_number (
  organisation text   PRIMARY KEY,
  next_number  bigint NOT NULL
);
