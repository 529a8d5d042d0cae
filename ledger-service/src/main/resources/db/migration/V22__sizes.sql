-- How many entries of each kind a fund and an organisation have, so that those with the most are
-- found (module indexing, facet).
CREATE TABLE list_size (
  of      text   NOT NULL, -- fund or organisation
  kind    text   NOT NULL,
  id      text   NOT NULL,
  owner   text   NOT NULL, -- of the fund; empty for an organisation
  entries bigint NOT NULL,
  PRIMARY KEY (of, kind, id)
);
CREATE INDEX list_size_most ON list_size (of, kind, entries DESC, id);
CREATE INDEX list_size_owner ON list_size (owner, kind, entries DESC, id) WHERE owner <> '';

INSERT INTO list_size
SELECT 'organisation', kind, substr(scope, length('organisation:') + 1), '', sum(entries)
FROM list_count WHERE scope LIKE 'organisation:%' GROUP BY 1, 2, 3;

-- Only funds' own movements: what others note of a fund is not in its owner's lists.
INSERT INTO list_size
SELECT 'fund', c.kind, f.id, f.owner, sum(c.entries)
FROM list_count c JOIN fund f ON c.scope = 'fund:' || f.id
WHERE c.unit <> '' GROUP BY 1, 2, 3, 4;
