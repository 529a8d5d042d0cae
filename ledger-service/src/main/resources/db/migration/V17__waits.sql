-- How long gifts waited for the payments that used them (module indexing, flow), by scope as in
-- year_sum.
CREATE TABLE gift_wait (
  scope     text    NOT NULL,
  managed   boolean NOT NULL,
  unit      text    NOT NULL,
  band      text    NOT NULL, -- of days
  amount    numeric NOT NULL, -- in units
  unit_days numeric NOT NULL, -- each unit times its days; 0 where there is no date
  PRIMARY KEY (scope, managed, unit, band)
);

INSERT INTO gift_wait
SELECT s.scope, d.managed, d.unit, d.band, sum(d.amount) * 0.0001,
  coalesce(sum(d.amount * d.days), 0) * 0.0001
FROM (
  SELECT f.id, f.owner, f.managed, l.unit, d.amount, p.business_date - g.business_date AS days,
    CASE WHEN p.business_date - g.business_date IS NULL THEN 'undated'
      WHEN p.business_date - g.business_date <= -1 THEN 'before'
      WHEN p.business_date - g.business_date <= 30 THEN 'month'
      WHEN p.business_date - g.business_date <= 91 THEN 'quarter'
      WHEN p.business_date - g.business_date <= 182 THEN 'half'
      WHEN p.business_date - g.business_date <= 365 THEN 'year' ELSE 'longer' END AS band
  FROM line_draw d
  JOIN fund_line l USING (line)
  JOIN fund f ON f.id = l.fund
  JOIN entry g ON g.leaf = d.origin AND g.kind = 'donation'
  JOIN entry p ON p.leaf = d.payment) AS d
CROSS JOIN LATERAL (VALUES ('fund:' || d.id), ('owner:' || d.owner), ('all')) AS s (scope)
GROUP BY s.scope, d.managed, d.unit, d.band;
