-- Begins of ids, whatever their case (the filter q of lists).
CREATE INDEX entry_id_search ON entry (kind, lower(id));
