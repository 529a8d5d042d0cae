-- Entries that stand in a new table are read from it even where an index has all that is asked for,
-- until they were looked through once: hundreds of thousands of reads on a large ledger.
VACUUM (ANALYZE) entry;
