package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/** Reads the match of the two sides, on a connection of the caller's snapshot. */
public final class MatchReader {

  private static final String PAIRED =
      """
      SELECT l.gives, o.fund, o.owner, l.unit, sum(l.amount) AS here, sum(o.amount) AS there,
        CASE WHEN bool_or(l.state = 'conflicting') THEN 'conflicting'
          WHEN bool_or(l.state = 'rounded') THEN 'rounded'
          WHEN bool_or(l.state = 'near') THEN 'near' ELSE 'exact' END AS state
      FROM statement_line l JOIN statement_line o ON o.leaf = l.pair
      WHERE l.fund = ? GROUP BY l.gives, o.fund, o.owner, l.unit
      """;

  private static final String LINES =
      """
      SELECT l.leaf, l.pair, coalesce(l.state, g.state) AS state
      FROM statement_line l LEFT JOIN statement_group g
        ON l.pair IS NULL AND l.compared AND g.fund = l.fund AND g.unit = l.unit
        AND g.gives = l.gives AND g.named_fund = coalesce(l.named_fund, '')
        AND g.named_org = coalesce(l.named_org, '')
      WHERE l.leaf = ANY (?)
      """;

  /** Most groups of one fund that are looked at; the largest sums. */
  private static final int MAX_GROUPS = 300;

  private final Connection connection;

  /** Reads on this connection; neither committed nor closed here. */
  public MatchReader(Connection connection) {
    this.connection = connection;
  }

  /** The match of those of these entries of which there is one to tell. */
  public Map<Long, LineMatch> ofLines(Collection<Long> leaves) throws SQLException {
    Map<Long, LineMatch> matches = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LINES)) {
      query.setArray(1, connection.createArrayOf("bigint", leaves.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String state = row.getString("state");
          if (state != null) {
            matches.put(
                row.getLong("leaf"),
                new LineMatch(MatchState.ofWord(state), row.getObject("pair", Long.class)));
          }
        }
      }
    }
    return matches;
  }

  /** What a fund and others state about the money between them; conflicts and large sums first. */
  public List<Counterpart> ofFund(String fund) throws SQLException {
    List<Counterpart> found = new ArrayList<>(paired(fund));
    for (Counterpart left : left(fund)) {
      int same = indexOf(found, left);
      if (same < 0) {
        found.add(left);
      } else {
        found.set(same, found.get(same).plus(left));
      }
    }
    found.sort(
        Comparator.comparing((Counterpart c) -> c.state() != MatchState.CONFLICTING)
            .thenComparing(c -> c.here().abs(), Comparator.reverseOrder())
            .thenComparing(c -> c.otherFunds().toString())
            .thenComparing(Counterpart::unit));
    return found;
  }

  /**
   * What givers state otherwise than the receivers, as far as single payments do not match: by
   * unit, the largest first.
   *
   * @param after the place behind which to go on; null for the first
   */
  public List<Disagreement> disagreements(Disagreement.@Nullable Place after, int limit)
      throws SQLException {
    Set<StatementGroup> groups = conflicting(after, limit);
    Reach reach = Reach.from(connection, groups);
    Comparison comparison = reach.comparison();
    List<Disagreement> found = new ArrayList<>();
    for (StatementGroup group : groups) {
      Set<StatementGroup> together = Set.copyOf(comparison.together(group, new HashSet<>()));
      Stored stored = Objects.requireNonNull(reach.groups().get(group));
      found.add(
          new Disagreement(
              group.fund(), counterpart(group, reach, together), place(group, stored)));
    }
    return found;
  }

  private Set<StatementGroup> conflicting(Disagreement.@Nullable Place after, int limit)
      throws SQLException {
    Set<StatementGroup> groups = new LinkedHashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM statement_group WHERE state = 'conflicting' AND gives"
                + (after == null
                    ? ""
                    : " AND (unit, (-abs(amount)), fund, named_fund, named_org)"
                        + " > (?, -abs(?::numeric), ?, ?, ?)")
                + " ORDER BY unit, (-abs(amount)), fund, named_fund, named_org LIMIT "
                + limit)) {
      if (after != null) {
        query.setString(1, after.unit());
        query.setBigDecimal(2, new BigDecimal(after.amount()));
        query.setString(3, after.fund());
        query.setString(4, after.namedFund());
        query.setString(5, after.namedOrg());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          groups.add(GroupStore.read(row).group());
        }
      }
    }
    return groups;
  }

  private static Disagreement.Place place(StatementGroup group, Stored stored) {
    return new Disagreement.Place(
        group.unit(),
        stored.left().amount(),
        group.fund(),
        Objects.requireNonNullElse(group.namedFund(), ""),
        Objects.requireNonNullElse(group.namedOrg(), ""));
  }

  private static int indexOf(List<Counterpart> found, Counterpart relation) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).isSameRelation(relation)) {
        return i;
      }
    }
    return -1;
  }

  private List<Counterpart> paired(String fund) throws SQLException {
    List<Counterpart> paired = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PAIRED)) {
      query.setString(1, fund);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          paired.add(
              new Counterpart(
                  row.getBoolean("gives"),
                  Set.of(row.getString("fund")),
                  row.getString("owner"),
                  row.getString("unit"),
                  units(row.getBigDecimal("here")),
                  units(row.getBigDecimal("there")),
                  MatchState.ofWord(row.getString("state")),
                  false));
        }
      }
    }
    return paired;
  }

  private List<Counterpart> left(String fund) throws SQLException {
    Set<StatementGroup> groups = groups("fund", fund);
    Reach reach = Reach.from(connection, groups);
    Comparison comparison = reach.comparison();
    List<Counterpart> left = new ArrayList<>();
    Set<StatementGroup> told = new HashSet<>();
    for (StatementGroup group : groups) {
      if (!told.contains(group)) {
        left.add(counterpart(group, reach, Set.copyOf(comparison.together(group, told))));
      }
    }
    Set<StatementGroup> others = groups("named_fund", fund);
    others.removeAll(told);
    new GroupStore(connection).load(others).values().forEach(other -> left.add(unanswered(other)));
    return left;
  }

  /** The groups of a fund, or those that name it, of which there is something to tell. */
  private Set<StatementGroup> groups(String column, String fund) throws SQLException {
    Set<StatementGroup> groups = new LinkedHashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM statement_group WHERE "
                + column
                + " = ? AND state IS NOT NULL"
                + " ORDER BY abs(amount) DESC, fund, unit, gives, named_fund, named_org LIMIT "
                + MAX_GROUPS)) {
      query.setString(1, fund);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          groups.add(GroupStore.read(row).group());
        }
      }
    }
    return groups;
  }

  /** What another fund states of this one, which states nothing of it. */
  private static Counterpart unanswered(Stored other) {
    return new Counterpart(
        !other.group().gives(),
        Set.of(other.group().fund()),
        other.group().owner(),
        other.group().unit(),
        BigDecimal.ZERO,
        sum(List.of(other)),
        MatchState.ONE_SIDED,
        false);
  }

  private static Counterpart counterpart(
      StatementGroup group, Reach reach, Set<StatementGroup> together) {
    List<Stored> here = side(reach, together, group.gives());
    List<Stored> there = side(reach, together, !group.gives());
    Set<String> otherFunds =
        there.stream().map(other -> other.group().fund()).collect(Collectors.toSet());
    Set<String> owners =
        there.stream().map(other -> other.group().owner()).collect(Collectors.toSet());
    if (there.isEmpty()) {
      if (group.namedFund() != null && reach.here().isFund(group.namedFund())) {
        otherFunds.add(group.namedFund());
      }
      if (group.namedOrg() != null) {
        owners.add(group.namedOrg());
      } else if (otherFunds.isEmpty() && group.namedFund() != null) {
        owners.add(group.namedFund());
      }
    }
    Stored stored = reach.groups().get(group);
    MatchState state = stored == null ? null : stored.state();
    return new Counterpart(
        group.gives(),
        otherFunds,
        owners.size() == 1 ? owners.iterator().next() : null,
        group.unit(),
        sum(here),
        there.isEmpty() ? null : sum(there),
        state == null ? MatchState.ONE_SIDED : state,
        here.stream().anyMatch(other -> !other.group().fund().equals(group.fund())));
  }

  private static List<Stored> side(Reach reach, Set<StatementGroup> together, boolean gives) {
    return reach.groups().values().stream()
        .filter(stored -> stored.group().gives() == gives && together.contains(stored.group()))
        .toList();
  }

  private static BigDecimal sum(List<Stored> groups) {
    return units(
        groups.stream()
            .map(stored -> new BigDecimal(stored.left().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal units(BigDecimal tenThousandths) {
    return tenThousandths.movePointLeft(Onward.SCALE);
  }
}
