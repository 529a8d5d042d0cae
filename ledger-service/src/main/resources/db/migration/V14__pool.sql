-- Made anew with the index that V11 emptied.

-- Pools of the proportional lens (docs/reference/trails): the general lines of funds by months.
-- Their units stand in line_given and line_spent; here is only where months begin, and what
-- refunds and corrections changed. Amounts are in ten-thousandths; rows are only ever added.

ALTER TABLE fund_line ADD COLUMN month text; -- newest month of a general line, as 2026-03

CREATE TABLE pool_month (
  line       bigint  NOT NULL,
  month      text    NOT NULL,
  first_leaf bigint  NOT NULL, -- the entry that opened it
  opening    numeric NOT NULL, -- unspent units then
  waiting    numeric NOT NULL, -- uncovered units then; one of both is nothing
  given      numeric NOT NULL, -- given units of the line before it
  spent      numeric NOT NULL, -- spent units of the line before it
  gifts      bigint  NOT NULL, -- given pieces of the line before it
  payments   bigint  NOT NULL, -- spent pieces of the line before it
  PRIMARY KEY (line, first_leaf)
);

-- By how much the units of an entry in the pool differ from those on the line.
CREATE TABLE pool_change (
  line   bigint  NOT NULL,
  leaf   bigint  NOT NULL, -- the entry that changed it
  part   int     NOT NULL, -- number among what it changed, from 0
  paid   boolean NOT NULL, -- a payment's units, or else a gift's
  act    bigint  NOT NULL, -- the refund or correction whose work it is or undoes
  source bigint  NOT NULL, -- the payment or gift
  amount bigint  NOT NULL, -- more, or below zero less
  PRIMARY KEY (line, leaf, part)
);
