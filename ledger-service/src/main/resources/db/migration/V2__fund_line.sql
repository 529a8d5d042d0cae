-- The fund line (docs/reference/trails): which given units each payment drew. Amounts and offsets
-- are in ten-thousandths of a unit. Pieces, draws, voids and reliefs are only ever added, each with
-- the leaf that caused it; drawn, voided, covered, taken and given_back only count what was added.

-- One line per fund, unit and earmarked donation; the earmark of the general line is empty.
CREATE TABLE fund_line (
  line            bigint  PRIMARY KEY, -- twice the leaf that opened it, plus 1 for what is bought
  fund            text    NOT NULL,
  unit            text    NOT NULL,
  earmark         text    NOT NULL,
  gifted          boolean NOT NULL,    -- whether a gift stands on it, not only what names it
  given_pieces    bigint  NOT NULL,
  spent_pieces    bigint  NOT NULL,
  first_unspent   bigint  NOT NULL,    -- no piece before this number has unspent units
  first_uncovered bigint  NOT NULL,    -- no payment before this number has uncovered units
  given           numeric NOT NULL,    -- these sums only grow, without bound
  spent           numeric NOT NULL,
  unspent         numeric NOT NULL,
  uncovered       numeric NOT NULL,
  UNIQUE (fund, unit, earmark)
) WITH (fillfactor = 70);

-- Pieces of the given line.
CREATE TABLE line_given (
  line          bigint  NOT NULL,
  no            bigint  NOT NULL, -- dense, from 1
  leaf          bigint  NOT NULL, -- the entry that put it there
  amount        bigint  NOT NULL,
  starts        numeric NOT NULL, -- given units of the line before it
  origin        bigint,           -- leaf that first gave these units; absent where not stated
  origin_offset bigint,           -- place of the first of them among that entry's units
  back_from     bigint,           -- for units that came back: the entry they came back from
  before_given  bigint,           -- for units that came back: the piece they were units of
  before_offset bigint,
  drawn         bigint  NOT NULL, -- from the front
  voided        bigint  NOT NULL, -- from the end
  PRIMARY KEY (line, no)
) WITH (fillfactor = 90);
CREATE INDEX line_given_leaf ON line_given (leaf);
CREATE INDEX line_given_origin ON line_given (origin, leaf) WHERE origin IS NOT NULL;
CREATE INDEX line_given_back ON line_given (back_from, before_given, before_offset)
  WHERE back_from IS NOT NULL;

-- What payments take of the spent line.
CREATE TABLE line_spent (
  line     bigint  NOT NULL,
  no       bigint  NOT NULL, -- dense, from 1
  leaf     bigint  NOT NULL, -- the payment
  amount   bigint  NOT NULL,
  starts   numeric NOT NULL, -- spent units of the line before it
  fund     text,             -- with unit and grant_id: only for payments under a grant
  unit     text,
  grant_id text,
  covered  bigint  NOT NULL, -- from the front, ever covered by given units
  taken    bigint  NOT NULL, -- from the end, taken back
  PRIMARY KEY (line, no)
) WITH (fillfactor = 90);
CREATE INDEX line_spent_leaf ON line_spent (leaf);
CREATE INDEX line_spent_grant ON line_spent (fund, unit, grant_id, leaf)
  WHERE grant_id IS NOT NULL AND taken < amount;
CREATE INDEX line_spent_uncovered ON line_spent (fund, unit, grant_id, leaf)
  WHERE grant_id IS NOT NULL AND covered < amount - taken;

-- Given units drawn by payments.
CREATE TABLE line_draw (
  line          bigint NOT NULL,
  given_no      bigint NOT NULL,
  given_offset  bigint NOT NULL,
  spent_no      bigint NOT NULL,
  spent_offset  bigint NOT NULL,
  amount        bigint NOT NULL,
  payment       bigint NOT NULL, -- leaf of the payment
  leaf          bigint NOT NULL, -- the later of payment and piece
  origin        bigint,
  origin_offset bigint,
  PRIMARY KEY (line, given_no, given_offset)
);
CREATE INDEX line_draw_spent ON line_draw (line, spent_no, spent_offset);

-- Given units that refunds and lowered gifts made void.
CREATE TABLE line_void (
  line          bigint NOT NULL,
  given_no      bigint NOT NULL,
  given_offset  bigint NOT NULL,
  amount        bigint NOT NULL,
  leaf          bigint NOT NULL, -- the refund
  part          int    NOT NULL, -- number among what it voided, from 0
  origin        bigint,
  origin_offset bigint,
  given_back    bigint NOT NULL, -- from the end, by corrections of the refund
  PRIMARY KEY (line, given_no, given_offset)
);
CREATE INDEX line_void_leaf ON line_void (leaf);

-- Uncovered spending that was taken back before any given unit covered it.
CREATE TABLE line_relief (
  line         bigint NOT NULL,
  spent_no     bigint NOT NULL,
  spent_offset bigint NOT NULL,
  amount       bigint NOT NULL,
  leaf         bigint NOT NULL, -- the entry that took it back
  PRIMARY KEY (line, spent_no, spent_offset)
);
