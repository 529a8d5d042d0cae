-- An index that an earlier version made lacks what follows here, so it is made anew from the
-- ledger's blocks at the next start; what does not come from blocks stays.
TRUNCATE log_state, block_root, member, entry, entry_count, organisation, fund, balance, fund_sum,
  grant_sum, party_sum, fund_total, joint_total, payment_confirmation,
  fund_line, line_given, line_spent, line_draw, line_void, line_relief,
  statement_line, statement_change, statement_bucket, statement_group, fund_onward;

-- What flow pictures and analytics are drawn from (module indexing, flow): sums by scope, which is
-- 'fund:' or 'owner:' with its id, or 'all'. Amounts are in units and net of corrections.

-- Who gave, who was promised money and who was paid.
CREATE TABLE party_flow (
  scope   text    NOT NULL,
  managed boolean NOT NULL,
  unit    text    NOT NULL,
  side    text    NOT NULL, -- gave, awarded or paid
  party   text    NOT NULL, -- organisation; empty where none is named
  amount  numeric NOT NULL,
  entries bigint  NOT NULL,
  PRIMARY KEY (scope, managed, unit, side, party)
);
CREATE INDEX party_flow_rank ON party_flow (scope, managed, unit, side, amount DESC, party)
  WHERE party <> '';

-- How many organisations a side names.
CREATE TABLE party_count (
  scope   text    NOT NULL,
  managed boolean NOT NULL,
  unit    text    NOT NULL,
  side    text    NOT NULL,
  parties bigint  NOT NULL,
  PRIMARY KEY (scope, managed, unit, side)
);

-- Measures by the year of the business date; 0 where there is no date.
CREATE TABLE year_sum (
  scope   text    NOT NULL,
  managed boolean NOT NULL,
  unit    text    NOT NULL,
  year    int     NOT NULL,
  measure text    NOT NULL,
  amount  numeric NOT NULL,
  entries bigint  NOT NULL,
  PRIMARY KEY (scope, managed, unit, year, measure)
);

-- Grants by the digits of their award before the point; awards below 1 have 0.
CREATE TABLE grant_size (
  scope   text    NOT NULL,
  managed boolean NOT NULL,
  unit    text    NOT NULL,
  digits  int     NOT NULL,
  amount  numeric NOT NULL,
  entries bigint  NOT NULL,
  PRIMARY KEY (scope, managed, unit, digits)
);

-- What stands out, by rule (docs/reference/exceptions; module indexing, finding).
CREATE TABLE finding (
  rule    text    NOT NULL,
  leaf    bigint  NOT NULL, -- the entry that shows it
  managed boolean NOT NULL,
  fund    text    NOT NULL,
  unit    text    NOT NULL,
  amount  numeric NOT NULL, -- in units; above nothing
  since   date    NOT NULL, -- the day from which it counts
  PRIMARY KEY (rule, leaf, unit)
);
CREATE INDEX finding_since ON finding (rule, since, leaf);

-- The same added up.
CREATE TABLE finding_sum (
  rule    text    NOT NULL,
  managed boolean NOT NULL,
  unit    text    NOT NULL,
  since   date    NOT NULL,
  amount  numeric NOT NULL,
  entries bigint  NOT NULL,
  PRIMARY KEY (rule, managed, unit, since)
);

CREATE INDEX statement_group_conflict ON statement_group (unit, fund)
  WHERE state = 'conflicting' AND gives;

-- What the search page looks up beside ids: amounts, days, hashes of leaves, roots and blocks.
CREATE INDEX entry_amount ON entry (amount, leaf) WHERE amount IS NOT NULL;
CREATE INDEX entry_day ON entry (business_date, leaf) WHERE business_date IS NOT NULL;
CREATE INDEX entry_leaf_hash ON entry (substring(sha256('\x00'::bytea || bytes) FOR 8));
CREATE INDEX block_root_root ON block_root (root);
CREATE INDEX block_root_header ON block_root (header_hash);
