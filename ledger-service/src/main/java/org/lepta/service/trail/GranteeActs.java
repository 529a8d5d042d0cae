package org.lepta.service.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.trail.Trail.Act;
import org.lepta.service.trail.Trail.GrantActs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what grantees did with grants. */
final class GranteeActs {

  /** The most acts shown of one grant. */
  static final int MAX_ACTS = 20;

  /** Entries that did something: neither overflows nor repeats in reported funds. */
  static final String HAS_EFFECT = "(e.flags & 4) = 0 AND ((e.flags & 2) = 0 OR e.managed)";

  private static final String ACTS =
      """
      SELECT k.grant_id AS of_grant, a.* FROM unnest(string_to_array(:grants, E'\\n'))
        AS k (grant_id)
      CROSS JOIN LATERAL (SELECT e.leaf, e.kind, e.id, e.business_date, e.unit, e.amount, e.party,
          e.other_fund, e.target
        FROM entry e WHERE e.fund = :fund AND e.grant_id = k.grant_id AND e.leaf < :size
          AND (e.kind IN ('pass-on', 'expenditure') OR e.kind = 'correction'
            AND (e.target LIKE 'pass-on:%' OR e.target LIKE 'expenditure:%'))
          AND\
      """
          + " "
          + HAS_EFFECT
          + " ORDER BY e.leaf LIMIT :limit) a ORDER BY a.leaf";

  private final JdbcClient database;

  GranteeActs(JdbcClient database) {
    this.database = database;
  }

  private record Row(String grant, Act act) {
    static Row read(ResultSet row, int number) throws SQLException {
      String kind = row.getString("kind");
      return new Row(
          row.getString("of_grant"),
          new Act(
              row.getLong("leaf"),
              kind,
              row.getString("id"),
              row.getString("business_date"),
              row.getString("unit"),
              Units.text(row.getLong("amount")),
              row.getString("party"),
              row.getString("other_fund"),
              kind.equals("correction") ? row.getString("target") : null));
    }
  }

  /** The acts of each grant that these steps paid under, for grants that have any. */
  List<GrantActs> of(String fund, List<Trail.Step> steps, long size) {
    List<String> grants =
        steps.stream().map(Trail.Step::grant).filter(g -> g != null).distinct().toList();
    if (grants.isEmpty()) {
      return List.of();
    }
    Map<String, List<Act>> acts = new LinkedHashMap<>();
    database
        .sql(ACTS)
        .param("grants", String.join("\n", grants))
        .param("fund", fund)
        .param("size", size)
        .param("limit", MAX_ACTS + 1)
        .query(Row::read)
        .list()
        .forEach(row -> acts.computeIfAbsent(row.grant(), key -> new ArrayList<>()).add(row.act()));
    return acts.entrySet().stream()
        .map(grant ->
            new GrantActs(
                grant.getKey(),
                grant.getValue().stream().limit(MAX_ACTS).toList(),
                grant.getValue().size() > MAX_ACTS))
        .toList();
  }
}
