package org.lepta.service.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.LineKey;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;

/** What one record of a file says: entries, and what is odd or wrong about it. Not thread-safe. */
final class Mapped {

  /** A line that cannot be recorded. */
  record Reject(String position, RejectCode code, String message) {}

  /** Something odd. */
  record Oddity(WarningCode code, String position) {}

  private final String position;
  private final List<Mention> organisations = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Oddity> oddities = new ArrayList<>();
  private final TreeMap<String, Integer> excluded = new TreeMap<>();
  private @Nullable LineKey key;
  private @Nullable Line fund;
  private @Nullable Mention fundMention;
  private boolean whole;

  Mapped(String position) {
    this.position = position;
  }

  String position() {
    return position;
  }

  List<Mention> organisations() {
    return organisations;
  }

  List<Line> lines() {
    return lines;
  }

  List<Reject> rejects() {
    return rejects;
  }

  List<Oddity> oddities() {
    return oddities;
  }

  Map<String, Integer> excluded() {
    return excluded;
  }

  /** Who states this record and its id; null if nothing of it can be recorded. */
  @Nullable LineKey key() {
    return key;
  }

  /** The fund its lines are of. */
  @Nullable Line fund() {
    return fund;
  }

  @Nullable Mention fundMention() {
    return fundMention;
  }

  /** Whether its lines are all that the publisher states under its id; no line was rejected. */
  boolean isWhole() {
    return whole;
  }

  void stated(LineKey by) {
    key = by;
  }

  void in(Line fundLine, Mention mention) {
    fund = fundLine;
    fundMention = mention;
  }

  void markWhole() {
    whole = true;
  }

  void add(Line line) {
    lines.add(line);
  }

  void mention(Mention mention) {
    organisations.add(mention);
  }

  void reject(String where, RejectedLine why) {
    rejects.add(new Reject(where, why.code(), String.valueOf(why.getMessage())));
  }

  void warn(WarningCode code, String where) {
    oddities.add(new Oddity(code, where));
  }

  void exclude(String reason) {
    excluded.merge(reason, 1, Integer::sum);
  }
}
