-- An empty name names nobody: without it in the indexes, a look-up by name is one of few rows, and
-- a look-up of one group cannot take them for its own.
DROP INDEX statement_group_named_fund;
DROP INDEX statement_group_named_org;
DROP INDEX statement_group_named_org_fund;
CREATE INDEX statement_group_named_fund ON statement_group (named_fund, owner, unit)
  WHERE named_fund <> '';
CREATE INDEX statement_group_named_org ON statement_group (named_org, owner, unit)
  WHERE named_org <> '';
CREATE INDEX statement_group_named_org_fund ON statement_group (named_org, fund, unit)
  WHERE named_org <> '';

-- The groups of a fund, and those that name it, of which there is something to tell: conflicts and
-- large sums first.
CREATE INDEX statement_group_told ON statement_group
  (fund, gives, (state <> 'conflicting'), (-abs(amount)), unit, named_fund, named_org)
  WHERE state IS NOT NULL;
CREATE INDEX statement_group_told_of ON statement_group
  (named_fund, gives, (state <> 'conflicting'), (-abs(amount)), fund, unit, named_org)
  WHERE state IS NOT NULL AND named_fund <> '';

-- What a fund and others here state about each other in statements that are paired line by line
-- (module indexing, matching); amounts in ten-thousandths of a unit.
CREATE TABLE paired_sum (
  fund        text           NOT NULL,
  gives       boolean        NOT NULL, -- whether the fund is the giver
  unit        text           NOT NULL,
  other_fund  text           NOT NULL,
  other_owner text           NOT NULL,
  here        numeric(38, 0) NOT NULL,
  there       numeric(38, 0) NOT NULL,
  exact       bigint         NOT NULL, -- pairs in each state
  near        bigint         NOT NULL,
  rounded     bigint         NOT NULL,
  conflicting bigint         NOT NULL,
  PRIMARY KEY (fund, gives, unit, other_fund)
);
CREATE INDEX paired_sum_largest ON paired_sum
  (fund, gives, (conflicting = 0), (-abs(here)), unit, other_fund);

INSERT INTO paired_sum
  (fund, gives, unit, other_fund, other_owner, here, there, exact, near, rounded, conflicting)
SELECT l.fund, l.gives, l.unit, o.fund, o.owner, sum(l.amount), sum(o.amount),
  count(*) FILTER (WHERE l.state = 'exact'), count(*) FILTER (WHERE l.state = 'near'),
  count(*) FILTER (WHERE l.state = 'rounded'),
  count(*) FILTER (WHERE l.state = 'conflicting')
FROM statement_line l JOIN statement_line o ON o.leaf = l.pair
GROUP BY l.fund, l.gives, l.unit, o.fund, o.owner;
