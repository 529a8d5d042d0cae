-- Texts that indexed entries name and this service does not hold, to be fetched from the others.
-- Not rebuilt from blocks: it tells what lies beside them.
CREATE TABLE missing_text (
  hash     bytea       PRIMARY KEY,
  attempts int         NOT NULL DEFAULT 0,     -- in which every other service answered
  next_try timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX missing_text_next ON missing_text (next_try);

-- How far entries were searched for texts; one row.
CREATE TABLE text_scan (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next_leaf bigint  NOT NULL
);
INSERT INTO text_scan (next_leaf) VALUES (0);
