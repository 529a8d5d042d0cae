-- An index that an earlier version made lacks what follows here, so it is made anew from the
-- ledger's blocks at the next start; what does not come from blocks stays.
TRUNCATE log_state, block_root, member, entry, entry_count, organisation, fund, balance, fund_sum,
  grant_sum, party_sum, fund_total, joint_total, payment_confirmation,
  fund_line, line_given, line_spent, line_draw, line_void, line_relief;

-- Statements of two sides about the same money, and how they agree (module indexing, matching).

-- What givers and receivers state; amounts in ten-thousandths of a unit, net of corrections.
CREATE TABLE statement_line (
  leaf        bigint  PRIMARY KEY,
  gives       boolean NOT NULL,
  fund        text    NOT NULL,
  owner       text    NOT NULL,
  unit        text    NOT NULL,
  amount      bigint  NOT NULL,
  happened    date,
  named_fund  text,             -- the other side's fund or activity, as given
  named_org   text,             -- the organisation at the other side
  link        text,             -- id of the pass-on that both sides name
  compared    boolean NOT NULL, -- whether it counts in a sum as long as it is not paired
  pairable    boolean NOT NULL, -- whether it is paired line by line
  pair        bigint,           -- leaf of the other side
  state       text              -- of the pair
);
CREATE INDEX statement_line_fund ON statement_line (fund, unit, amount);
CREATE INDEX statement_line_owner ON statement_line (owner, unit, amount);
CREATE INDEX statement_line_named_fund ON statement_line (named_fund, unit, amount)
  WHERE named_fund IS NOT NULL;
CREATE INDEX statement_line_named_org ON statement_line (named_org, unit, amount)
  WHERE named_org IS NOT NULL;
CREATE INDEX statement_line_link ON statement_line (link) WHERE link IS NOT NULL;

-- What corrections took from a line, for figures as known at an earlier size.
CREATE TABLE statement_change (
  leaf   bigint PRIMARY KEY, -- of the correction
  line   bigint NOT NULL,
  amount bigint NOT NULL
);

-- Lines of a fund and side with the same whole amount, ever: how many are paired line by line is
-- bounded.
CREATE TABLE statement_bucket (
  gives boolean NOT NULL,
  fund  text    NOT NULL,
  unit  text    NOT NULL,
  whole bigint  NOT NULL,
  lines bigint  NOT NULL,
  PRIMARY KEY (gives, fund, unit, whole)
);

-- What pairing left of the lines that name the same other side; empty text where a name is absent.
CREATE TABLE statement_group (
  gives      boolean NOT NULL,
  fund       text    NOT NULL,
  owner      text    NOT NULL,
  unit       text    NOT NULL,
  named_fund text    NOT NULL,
  named_org  text    NOT NULL,
  amount     numeric(38, 0) NOT NULL, -- in ten-thousandths of a unit
  lines      bigint  NOT NULL,
  state      text,
  PRIMARY KEY (fund, unit, gives, named_fund, named_org)
);
CREATE INDEX statement_group_owner ON statement_group (owner, unit);
CREATE INDEX statement_group_named_fund ON statement_group (named_fund);
CREATE INDEX statement_group_named_org ON statement_group (named_org);

-- The part of a fund's gifts that another fund on this ledger states as its payment, in units.
CREATE TABLE fund_onward (
  fund   text           NOT NULL,
  unit   text           NOT NULL,
  amount numeric(38, 4) NOT NULL,
  PRIMARY KEY (fund, unit)
);

ALTER TABLE fund_total ADD COLUMN onward numeric(38, 4) NOT NULL;
ALTER TABLE joint_total ADD COLUMN onward numeric(38, 4) NOT NULL;
