package org.lepta.service.transparency.proof;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.Policy.Group;
import org.lepta.service.transparency.proof.Policy.Log;
import org.lepta.service.transparency.proof.Policy.Witness;

/** Reads one policy file, line by line; used once. */
final class PolicyReader {

  private final List<Log> logs = new ArrayList<>();
  private final List<Witness> witnesses = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Set<String> names = new HashSet<>(Set.of(Policy.NO_QUORUM));
  private final Set<String> grouped = new HashSet<>();
  private final Map<KeyId, VerifierKey> keys = new HashMap<>();
  private @Nullable String quorum;
  private Charset charset = StandardCharsets.UTF_8;

  Policy read(byte[] file) throws FaultException {
    if (file.length > Policy.MAX_BYTES) {
      throw malformed("a policy has at most " + Policy.MAX_BYTES + " bytes");
    }
    // The grammar takes bytes above ASCII as they are, so both ways must keep names distinct: a
    // file
    // of UTF-8 decodes without loss, and in any other Latin-1 keeps each byte as one character.
    charset =
        StrictText.utf8(file).isPresent() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(file, charset);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw malformed("the last line has no newline, so the file may be cut off");
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        readLine(line);
      } catch (FaultException e) {
        throw e.at(number);
      }
    }
    if (quorum == null) {
      throw malformed("no line says which quorum is enough");
    }
    return new Policy(logs, witnesses, groups, quorum);
  }

  private void readLine(String line) throws FaultException {
    if (line.chars().anyMatch(c -> c != '\t' && (c < ' ' || c == 0x7F))) {
      throw malformed("a policy has no control characters but tab and newline");
    }
    List<String> words =
        Arrays.stream(line.split("[ \t]+", -1)).filter(Predicate.not(String::isEmpty)).toList();
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return;
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.getFirst()) {
      case "log" -> readLog(rest);
      case "witness" -> readWitness(rest);
      case "group" -> readGroup(rest);
      case "quorum" -> readQuorum(rest);
      default -> throw malformed("a line begins with log, witness, group or quorum");
    }
  }

  private void readLog(List<String> words) throws FaultException {
    if (words.isEmpty() || words.size() > 2) {
      throw malformed("the form is: log <vkey> [<url>]");
    }
    VerifierKey key = key(words.getFirst(), SignatureType.ED25519);
    if (logs.stream().anyMatch(log -> log.key().isSameKeyAs(key))) {
      throw malformed("the key of this log stands in an earlier line");
    }
    logs.add(new Log(key, url(words, 1)));
  }

  private void readWitness(List<String> words) throws FaultException {
    if (words.size() < 2 || words.size() > 3) {
      throw malformed("the form is: witness <name> <vkey> [<url>]");
    }
    VerifierKey key = key(words.get(1), SignatureType.COSIGNATURE_V1);
    if (witnesses.stream().anyMatch(witness -> witness.key().isSameKeyAs(key))) {
      throw malformed("the key of this witness stands in an earlier line");
    }
    define(words.getFirst());
    witnesses.add(new Witness(words.getFirst(), key, url(words, 2)));
  }

  private void readGroup(List<String> words) throws FaultException {
    if (words.size() < 3) {
      throw malformed("the form is: group <name> <all, any or a number> <name>...");
    }
    List<String> members = words.subList(2, words.size());
    for (String member : members) {
      requireDefined(member);
      if (member.equals(Policy.NO_QUORUM)) {
        throw malformed("none is no member of a group");
      }
      if (!grouped.add(member)) {
        throw malformed("a name is a member of a group once only");
      }
    }
    int threshold = threshold(words.get(1), members.size());
    define(words.getFirst());
    groups.add(new Group(words.getFirst(), threshold, members));
  }

  private static int threshold(String word, int members) throws FaultException {
    return switch (word) {
      case "all" -> members;
      case "any" -> 1;
      default ->
          StrictText.decimal(word)
              .filter(number -> number >= 1 && number <= members)
              .orElseThrow(() -> malformed("a group needs 1 to " + members + " of its members"))
              .intValue();
    };
  }

  private void readQuorum(List<String> words) throws FaultException {
    if (words.size() != 1) {
      throw malformed("the form is: quorum <name>");
    }
    if (quorum != null) {
      throw malformed("the quorum stands in an earlier line");
    }
    requireDefined(words.getFirst());
    quorum = words.getFirst();
  }

  private void define(String name) throws FaultException {
    if (!names.add(name)) {
      throw malformed("the name is taken in an earlier line");
    }
  }

  private void requireDefined(String name) throws FaultException {
    if (!names.contains(name)) {
      throw malformed("the name is not defined in an earlier line");
    }
  }

  private VerifierKey key(String word, SignatureType type) throws FaultException {
    Optional<String> vkey = StrictText.utf8(word.getBytes(charset));
    if (vkey.isEmpty()) {
      throw malformed("a verifier key is UTF-8");
    }
    VerifierKey key = VerifierKey.parse(vkey.get());
    if (key.type() != type) {
      throw malformed("the key is of the kind " + key.type() + ", not " + type);
    }
    if (keys.putIfAbsent(key.id(), key) != null) {
      throw malformed("another key of this file has the same name and key ID");
    }
    return key;
  }

  private static Optional<String> url(List<String> words, int at) {
    return words.size() > at ? Optional.of(words.get(at)) : Optional.empty();
  }

  private static FaultException malformed(String detail) {
    return new FaultException(Fault.POLICY_MALFORMED, detail);
  }
}
