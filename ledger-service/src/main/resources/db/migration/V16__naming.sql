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
