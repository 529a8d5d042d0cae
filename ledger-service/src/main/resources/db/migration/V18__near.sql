-- Statements that may be about the same money are looked up by whole amount and date.
DROP INDEX statement_line_fund, statement_line_owner, statement_line_named_fund,
  statement_line_named_org;
CREATE INDEX statement_line_fund ON statement_line (fund, unit, (amount / 10000), happened)
  WHERE pairable;
CREATE INDEX statement_line_owner ON statement_line (owner, unit, (amount / 10000), happened)
  WHERE pairable;
CREATE INDEX statement_line_named_fund
  ON statement_line (named_fund, unit, (amount / 10000), happened) WHERE named_fund IS NOT NULL;
CREATE INDEX statement_line_named_org
  ON statement_line (named_org, unit, (amount / 10000), happened) WHERE named_org IS NOT NULL;
