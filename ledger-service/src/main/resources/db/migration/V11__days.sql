-- An index that an earlier version made lacks what follows here, so it is made anew from the
-- ledger's blocks at the next start; what does not come from blocks stays.
TRUNCATE log_state, block_root, member, entry, entry_count, organisation, fund, balance, fund_sum,
  grant_sum, party_sum, fund_total, joint_total, payment_confirmation,
  fund_line, line_given, line_spent, line_draw, line_void, line_relief,
  statement_line, statement_change, statement_bucket, statement_group, fund_onward,
  party_flow, party_count, year_sum, grant_size, finding, finding_sum;

-- What each day of the ledger's time brought (module indexing, read). A day is that of the
-- transactions' own timestamps, and it never goes back: an entry behind one of a later day is of
-- that day, so that days are parts of the log, one behind the other.
CREATE TABLE log_day (
  day   date   PRIMARY KEY,
  first bigint NOT NULL, -- leaf index of its first entry
  size  bigint NOT NULL, -- of the log at its end
  late  bigint NOT NULL  -- entries recorded late
);
CREATE INDEX log_day_first ON log_day (first);

-- Entries of a day; those without effect stand without mode and unit.
CREATE TABLE day_sum (
  day     date    NOT NULL,
  kind    text    NOT NULL,
  mode    text    NOT NULL, -- managed, reported, or empty
  unit    text    NOT NULL, -- or empty
  amount  numeric NOT NULL, -- in units; of corrections what they take back, below nothing
  entries bigint  NOT NULL,
  PRIMARY KEY (day, kind, mode, unit)
);

-- Late entries of a day (FlagBit of LATE).
CREATE INDEX entry_late ON entry (leaf) WHERE flags & 1 <> 0;
