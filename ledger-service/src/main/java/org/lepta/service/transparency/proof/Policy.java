package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a verifier believes (C2SP tlog-policy, read at commit 13027ee): the keys of logs, the keys
 * of witnesses, and which witnesses are enough. Immutable.
 */
public final class Policy {

  /** The longest policy file. */
  public static final int MAX_BYTES = 256 * 1024;

  /** The name of the quorum that asks for no witness. */
  static final String NO_QUORUM = "none";

  private final List<Log> logs;
  private final List<Witness> witnesses;
  private final List<Group> groups;
  private final String quorum;

  Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
    this.logs = List.copyOf(logs);
    this.witnesses = List.copyOf(witnesses);
    this.groups = List.copyOf(groups);
    this.quorum = quorum;
  }

  /**
   * A log whose checkpoints are accepted.
   *
   * @param key its key, whose name is the log's origin
   * @param url where it is reached, if the file says so
   */
  public record Log(VerifierKey key, Optional<String> url) {}

  /**
   * A witness.
   *
   * @param name its name inside this policy
   * @param key the key of its cosignatures
   * @param url where it is reached, if the file says so
   */
  public record Witness(String name, VerifierKey key, Optional<String> url) {}

  /**
   * Witnesses or earlier groups of which some are enough.
   *
   * @param name its name inside this policy
   * @param threshold how many of the members are enough, at least 1
   * @param members names of witnesses and of groups before this one
   */
  record Group(String name, int threshold, List<String> members) {
    Group {
      members = List.copyOf(members);
    }
  }

  /**
   * Reads a policy file.
   *
   * @throws FaultException with {@link Fault#POLICY_MALFORMED} or a fault of a key, and the line
   */
  public static Policy parse(byte[] file) throws FaultException {
    return new PolicyReader().read(file);
  }

  /** The policy that believes nobody and asks for nobody. */
  public static Policy none() {
    return ofKeys(List.of());
  }

  /** The policy that believes these logs and witnesses, and asks for no witness. */
  public static Policy ofKeys(Collection<VerifierKey> keys) {
    List<Log> logs = new ArrayList<>();
    List<Witness> witnesses = new ArrayList<>();
    for (VerifierKey key : keys) {
      switch (key.type()) {
        case ED25519 -> logs.add(new Log(key, Optional.empty()));
        case COSIGNATURE_V1 -> witnesses.add(new Witness(key.name(), key, Optional.empty()));
      }
    }
    return new Policy(logs, witnesses, List.of(), NO_QUORUM);
  }

  /**
   * Returns the file of a reader who believes these keys of logs, and the witnesses as they stand
   * here.
   */
  public String text(List<VerifierKey> logs) {
    StringBuilder file = new StringBuilder();
    logs.forEach(log -> file.append("log " + log + "\n"));
    for (Witness witness : witnesses) {
      String url = witness.url().map(address -> " " + address).orElse("");
      file.append("witness %s %s%s\n".formatted(witness.name(), witness.key(), url));
    }
    for (Group group : groups) {
      String members = String.join(" ", group.members());
      file.append("group %s %d %s\n".formatted(group.name(), group.threshold(), members));
    }
    return file.append("quorum " + quorum + "\n").toString();
  }

  /** Returns the keys of the logs, in the order of the file. */
  public List<VerifierKey> logs() {
    return logs.stream().map(Log::key).toList();
  }

  /** Returns the keys that are known for a log of this name. */
  public List<VerifierKey> logsOf(String origin) {
    return logs().stream().filter(key -> key.name().equals(origin)).toList();
  }

  /** Returns the policy that believes these keys of logs as well. */
  public Policy with(Collection<VerifierKey> more) {
    List<Log> all = new ArrayList<>(logs);
    more.forEach(key -> all.add(new Log(key, Optional.empty())));
    return new Policy(all, witnesses, groups, quorum);
  }

  /** Returns the logs with their addresses, in the order of the file. */
  public List<Log> logList() {
    return logs;
  }

  /** Returns the witnesses, in the order of the file. */
  public List<Witness> witnesses() {
    return witnesses;
  }

  /** Returns whether a key is known for a log of this name. */
  public boolean knows(String origin) {
    return logs.stream().anyMatch(log -> log.key().name().equals(origin));
  }

  /** Returns the keys of logs and witnesses. */
  public List<VerifierKey> keys() {
    List<VerifierKey> keys = new ArrayList<>(logs());
    witnesses.forEach(witness -> keys.add(witness.key()));
    return keys;
  }

  /** Returns the signatures of the check that are a witness's. */
  public List<VerifiedSignature> witnessesAmong(NoteCheck check) {
    return check.verified().stream()
        .filter(signature ->
            witnesses.stream().anyMatch(witness -> witness.key().equals(signature.key())))
        .toList();
  }

  /** Returns whether these witnesses are enough. */
  public boolean isQuorumMet(Collection<VerifiedSignature> cosignatures) {
    Set<String> met = new HashSet<>();
    met.add(NO_QUORUM);
    for (Witness witness : witnesses) {
      if (cosignatures.stream().anyMatch(cosigned -> cosigned.key().equals(witness.key()))) {
        met.add(witness.name());
      }
    }
    // A group names only what stands before it, so one pass in the order of the file is enough.
    for (Group group : groups) {
      if (group.members().stream().filter(met::contains).count() >= group.threshold()) {
        met.add(group.name());
      }
    }
    return met.contains(quorum);
  }

  /** Returns whether any witness is asked for. */
  public boolean asksForWitnesses() {
    return !quorum.equals(NO_QUORUM);
  }

  /** Returns in words which witnesses are enough, one level deep: {@code 2 of X1, X2, X3}. */
  public String quorum() {
    return groups.stream()
        .filter(group -> group.name().equals(quorum))
        .findFirst()
        .map(group -> group.threshold() + " of " + String.join(", ", group.members()))
        .orElse(quorum);
  }
}
