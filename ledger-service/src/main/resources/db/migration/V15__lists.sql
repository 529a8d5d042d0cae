-- Lists by amount and by business date, sorted or narrowed down. What a list may test or sort by
-- stands in the index that leads to it, so that the entries themselves are read for the page only.
CREATE INDEX entry_kind_amount ON entry (kind, unit, amount, leaf) INCLUDE (business_date);
CREATE INDEX entry_kind_day ON entry (kind, business_date, leaf) INCLUDE (unit, amount);

DROP INDEX entry_kind, entry_fund, entry_owner, entry_party;
CREATE INDEX entry_kind ON entry (kind, leaf) INCLUDE (unit, amount, business_date);
CREATE INDEX entry_fund ON entry (fund, kind, leaf) INCLUDE (unit, amount, business_date);
CREATE INDEX entry_owner ON entry (owner, kind, leaf) INCLUDE (unit, amount, business_date);
CREATE INDEX entry_party ON entry (party, kind, leaf) INCLUDE (unit, amount, business_date)
  WHERE party IS NOT NULL;
