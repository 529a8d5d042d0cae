-- The log whose first entries this file holds; one row.
CREATE TABLE checkpoint (
  origin TEXT NOT NULL,
  size INTEGER NOT NULL, -- entries in the log, and rows in entry
  root TEXT NOT NULL     -- of the Merkle tree, hexadecimal
);

CREATE TABLE entry (
  leaf_index INTEGER PRIMARY KEY, -- place in the log, from 0
  kind TEXT NOT NULL,
  id TEXT NOT NULL,          -- unique per kind and stated_by
  stated_by TEXT NOT NULL,   -- id of the organisation whose statement it is
  recorded_by TEXT NOT NULL, -- id of the member that put it on the ledger
  happened_on TEXT,          -- days are YYYY-MM-DD
  decided_on TEXT,
  booked_on TEXT,
  committed TEXT NOT NULL,   -- when the ledger took it, UTC
  fund TEXT,                 -- that it touches or speaks of
  fund_owner TEXT,           -- this and fund_mode only where it posts to a fund
  fund_mode TEXT,            -- managed, or reported by a publisher
  unit TEXT,                 -- such as EUR, or h for hours
  amount TEXT,               -- in units, exact; of a correction what it takes back
  amount_e4 INTEGER,         -- the same in ten-thousandths of a unit
  other_party TEXT,          -- id of the organisation at the other side; never a person
  grant_id TEXT,
  target TEXT,               -- kind:id of the entry that it is about
  other_fund TEXT,           -- at the other side, as given
  flags TEXT NOT NULL,       -- words with spaces between; empty for none
  repeat_of INTEGER,         -- leaf_index of the entry that it repeats without effect
  block INTEGER NOT NULL,
  transaction_number INTEGER NOT NULL,
  position INTEGER NOT NULL, -- within the transaction
  leaf_hash TEXT NOT NULL,   -- SHA-256 of a zero byte and leaf, hexadecimal
  leaf TEXT NOT NULL         -- the entry as it stands in the log, JSON
);

-- What an entry puts on the accounts of its fund; all of one entry and unit add up to nothing.
CREATE TABLE posting (
  leaf_index INTEGER NOT NULL REFERENCES entry,
  line INTEGER NOT NULL, -- from 0
  account TEXT NOT NULL,
  grant_id TEXT,
  unit TEXT NOT NULL,
  amount TEXT NOT NULL,
  amount_e4 INTEGER NOT NULL,
  PRIMARY KEY (leaf_index, line)
) WITHOUT ROWID;

-- What an entry adds to a figure of its fund; below nothing for what a correction takes back.
CREATE TABLE contribution (
  leaf_index INTEGER NOT NULL REFERENCES entry,
  fund TEXT NOT NULL,
  fund_mode TEXT NOT NULL,
  unit TEXT NOT NULL,
  measure TEXT NOT NULL,
  amount TEXT NOT NULL,
  amount_e4 INTEGER NOT NULL,
  PRIMARY KEY (leaf_index, measure)
) WITHOUT ROWID;

-- Names, titles and descriptions; text is absent where it was withdrawn or is not held here.
CREATE TABLE entry_text (
  leaf_index INTEGER NOT NULL REFERENCES entry,
  line INTEGER NOT NULL,
  role TEXT NOT NULL,
  language TEXT,
  text TEXT,
  withdrawn_on TEXT,
  hash TEXT NOT NULL, -- that stands in the log
  PRIMARY KEY (leaf_index, line)
) WITHOUT ROWID;

CREATE TABLE fund (
  id TEXT PRIMARY KEY,
  leaf_index INTEGER NOT NULL REFERENCES entry,
  name TEXT,
  owner TEXT NOT NULL,
  mode TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  leaf_index INTEGER NOT NULL REFERENCES entry,
  name TEXT
) WITHOUT ROWID;

-- Entries of each kind, repeats not counted.
CREATE VIEW kind_count AS
SELECT kind, sum(' ' || flags || ' ' NOT LIKE '% repeat %') AS entries FROM entry GROUP BY kind;

-- The figures of each fund in ten-thousandths of a unit, by the names of the read API. They are
-- integers: a sum beyond their range is an error and never a wrong number.
CREATE VIEW fund_total AS
WITH sums AS (
  SELECT fund, fund_mode, unit,
    sum(iif(measure = 'opened', amount_e4, 0)) AS opened,
    sum(iif(measure = 'donated', amount_e4, 0)) AS donated,
    sum(iif(measure = 'income', amount_e4, 0)) AS income,
    sum(iif(measure = 'transferred_in', amount_e4, 0)) AS transferred_in,
    sum(iif(measure = 'transferred_out', amount_e4, 0)) AS transferred_out,
    sum(iif(measure = 'exchanged_in', amount_e4, 0)) AS exchanged_in,
    sum(iif(measure = 'exchanged_out', amount_e4, 0)) AS exchanged_out,
    sum(iif(measure = 'refunded', amount_e4, 0)) AS refunded,
    sum(iif(measure = 'awarded', amount_e4, 0)) AS awarded,
    sum(iif(measure = 'released', amount_e4, 0)) AS all_released,
    sum(iif(measure = 'paid_released', amount_e4, 0)) AS paid_released,
    sum(iif(measure IN ('paid_released', 'paid_direct'), amount_e4, 0)) AS disbursed,
    sum(iif(measure = 'returned', amount_e4, 0)) AS returned,
    sum(iif(measure = 'spent_programme', amount_e4, 0)) AS spent_programme,
    sum(iif(measure = 'spent_running', amount_e4, 0)) AS spent_running,
    sum(iif(measure = 'spent_fundraising', amount_e4, 0)) AS spent_fundraising,
    sum(iif(measure = 'spent_fee', amount_e4, 0)) AS spent_fee
  FROM contribution GROUP BY fund, fund_mode, unit
),
promised AS (
  SELECT *,
    max(0, awarded - all_released - iif(fund_mode = 'managed', 0, disbursed)) AS outstanding,
    all_released - iif(fund_mode = 'managed', paid_released, 0) AS released,
    spent_programme + spent_running + spent_fundraising + spent_fee AS spent
  FROM sums
)
SELECT fund, fund_mode, unit, opened, donated, income, transferred_in, transferred_out, exchanged_in,
  exchanged_out, refunded, awarded, outstanding, released, disbursed, returned, spent,
  spent_programme, spent_running, spent_fundraising, spent_fee,
  opened + donated + income + transferred_in + exchanged_in + returned
    - transferred_out - exchanged_out - refunded - outstanding - released - disbursed - spent AS free
FROM promised;

-- The same added up over all funds; managed and reported money is never one sum.
CREATE VIEW joint_total AS
SELECT fund_mode, unit, sum(opened) AS opened, sum(donated) AS donated, sum(income) AS income,
  sum(transferred_in) AS transferred_in, sum(transferred_out) AS transferred_out,
  sum(exchanged_in) AS exchanged_in, sum(exchanged_out) AS exchanged_out,
  sum(refunded) AS refunded, sum(awarded) AS awarded, sum(outstanding) AS outstanding,
  sum(released) AS released, sum(disbursed) AS disbursed, sum(returned) AS returned,
  sum(spent) AS spent, sum(free) AS free
FROM fund_total GROUP BY fund_mode, unit;
