CREATE INDEX entry_kind ON entry (kind, id);
CREATE INDEX entry_fund ON entry (fund, leaf_index);
CREATE INDEX entry_target ON entry (target) WHERE target IS NOT NULL;
CREATE INDEX contribution_fund ON contribution (fund, unit, measure);
