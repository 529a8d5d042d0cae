-- What was signed last for the published log (docs/reference/log): not made from blocks. Beside the
-- checkpoint file it is the witness that keeps two roots from being signed for one size.
CREATE TABLE log_checkpoint (
  only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  size     bigint      NOT NULL CHECK (size > 0),
  root     bytea       NOT NULL,
  note     bytea       NOT NULL, -- the signed checkpoint, whole
  signed   timestamptz NOT NULL DEFAULT now()
);

-- Ends of blocks by size, from which the next checkpoint is chosen.
CREATE INDEX block_root_size ON block_root (size, block);
