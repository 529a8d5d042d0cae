package org.lepta.service.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One call of the contract, made under the identity of a member organisation.
 *
 * @param organisation id of the member organisation whose identity signs
 * @param function name of the contract's function; public, stands in the block
 * @param args arguments after the function name; public, stand in the block
 * @param transientData what the contract alone may see; never stands in the block
 * @param endorsers the organisations that are asked to endorse, and no others; empty leaves the
 *     choice to the ledger, which then picks as few as the policies need
 */
public record Submission(
    String organisation,
    String function,
    List<Bytes> args,
    Map<String, Bytes> transientData,
    Set<String> endorsers) {

  /** Makes all parts immutable. */
  public Submission {
    args = List.copyOf(args);
    transientData = Map.copyOf(transientData);
    endorsers = Set.copyOf(endorsers);
  }

  /** Returns a call with text arguments, without transient data, endorsers left to the ledger. */
  public static Submission of(String organisation, String function, String... args) {
    List<Bytes> bytes = new ArrayList<>(args.length);
    for (String arg : args) {
      bytes.add(Bytes.utf8(arg));
    }
    return new Submission(organisation, function, bytes, Map.of(), Set.of());
  }

  /** Returns the same call with one more argument at the end. */
  public Submission withArg(Bytes arg) {
    List<Bytes> more = new ArrayList<>(args);
    more.add(arg);
    return new Submission(organisation, function, more, transientData, endorsers);
  }

  /** Returns the same call with one more transient value; an equal name is replaced. */
  public Submission withTransient(String name, Bytes value) {
    Map<String, Bytes> more = new LinkedHashMap<>(transientData);
    more.put(name, value);
    return new Submission(organisation, function, args, more, endorsers);
  }

  /** Returns the same call, endorsed by exactly these organisations. */
  public Submission endorsedBy(String... organisations) {
    return new Submission(organisation, function, args, transientData, Set.of(organisations));
  }
}
