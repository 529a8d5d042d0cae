-- Which grants have titles (module indexing, read). The titles themselves are texts beside the log,
-- which may be withdrawn, so that no table holds them.
CREATE TABLE grant_title (
  leaf bigint NOT NULL,
  hash bytea  NOT NULL, -- of the title with its salt, as the log has it
  PRIMARY KEY (leaf, hash)
);

INSERT INTO grant_title
SELECT DISTINCT e.leaf, decode(t.text ->> 'hash', 'hex')
FROM entry e
CROSS JOIN LATERAL json_array_elements(
  convert_from(e.bytes, 'UTF8')::json #> '{entry,texts}') AS t (text)
WHERE e.kind = 'grant' AND e.repeat_of IS NULL AND t.text ->> 'role' = 'title';
