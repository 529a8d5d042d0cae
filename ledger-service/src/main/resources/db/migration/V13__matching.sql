-- Who answers a group of statements is found by name and side at once: a large owner has thousands
-- of groups, of which few name the one that asks.
DROP INDEX statement_group_named_fund;
DROP INDEX statement_group_named_org;
CREATE INDEX statement_group_named_fund ON statement_group (named_fund, owner, unit);
CREATE INDEX statement_group_named_org ON statement_group (named_org, owner, unit);
CREATE INDEX statement_group_named_org_fund ON statement_group (named_org, fund, unit);

-- Disagreements, the largest of each unit first.
DROP INDEX statement_group_conflict;
CREATE INDEX statement_group_conflict
  ON statement_group (unit, (-abs(amount)), fund, named_fund, named_org)
  WHERE state = 'conflicting' AND gives;
