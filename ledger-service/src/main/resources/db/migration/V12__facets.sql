-- Made anew with the index that V11 emptied.

-- How many entries a list has, by unit and year of the business date (module indexing, facet). The
-- scope is 'fund:' or 'organisation:' with its id, or 'all', as the lists' filters mean them.
CREATE TABLE list_count (
  scope   text   NOT NULL,
  kind    text   NOT NULL,
  unit    text   NOT NULL, -- empty where the entry has no amount
  year    int    NOT NULL, -- 0 where there is no date
  entries bigint NOT NULL,
  PRIMARY KEY (scope, kind, unit, year)
);
