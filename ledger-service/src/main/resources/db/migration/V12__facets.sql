-- An index that an earlier version made lacks what follows here, so it is made anew from the
-- ledger's blocks at the next start; what does not come from blocks stays.
TRUNCATE log_state, block_root, member, entry, entry_count, organisation, fund, balance, fund_sum,
  grant_sum, party_sum, fund_total, joint_total, payment_confirmation,
  fund_line, line_given, line_spent, line_draw, line_void, line_relief,
  statement_line, statement_change, statement_bucket, statement_group, fund_onward,
  party_flow, party_count, year_sum, grant_size, finding, finding_sum;

-- How many entries a list has, by unit and year of the business date (module indexing, facet). The
-- scope is 'fund:' or 'organisation:' with its id, or 'all', as the lists' filters mean them.
CREATE TABLE list_count (
  scope   text   NOT NULL,
  kind    text   NOT NULL,
  unit    text   NOT NULL, -- empty where the entry has no amount
  year    int    NOT NULL, -- 0 where there is no date
  entries bigint NOT NULL,
  PRIMARY KEY (scope, kind, unit, year)
);
