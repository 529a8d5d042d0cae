-- Statements that may be about the same money are looked up by whole amount and date.
DROP INDEX statement_line_fund, statement_line_owner, statement_line_named_fund,
  statement_line_named_org;
CREATE INDEX statement_line_fund ON statement_line (fund, unit, (amount / 10000), happened);
CREATE INDEX statement_line_owner ON statement_line (owner, unit, (amount / 10000), happened);
CREATE INDEX statement_line_named_fund
  ON statement_line (named_fund, unit, (amount / 10000), happened) WHERE named_fund IS NOT NULL;
CREATE INDEX statement_line_named_org
  ON statement_line (named_org, unit, (amount / 10000), happened) WHERE named_org IS NOT NULL;

-- What a line was before later corrections.
CREATE INDEX statement_change_line ON statement_change (line, leaf);

-- The largest funds of the ledger.
CREATE INDEX fund_total_largest
  ON fund_total (managed, unit, greatest(awarded, disbursed, donated) DESC, fund);

-- What givers state otherwise than the receivers, in ten-thousandths of a unit.
CREATE TABLE disputed_sum (
  unit    text           PRIMARY KEY,
  amount  numeric(38, 0) NOT NULL,
  entries bigint         NOT NULL
);

INSERT INTO disputed_sum
SELECT unit, sum(amount), count(*) FROM statement_group
WHERE state = 'conflicting' AND gives GROUP BY unit;
