package org.lepta.ledger.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;

/** Who keeps the ledger. */
public final class Members {

  private Members() {}

  /** All members; none before the ledger is started. */
  public static MembersState of(WorkingState state) {
    return state
        .find(StateKeys.members(), MembersState.class)
        .orElseGet(() -> new MembersState(List.of()));
  }

  /** The member organisation behind an MSP id. */
  public static Optional<String> organisationOf(StateReader state, String mspId) {
    byte[] value = state.get(StateKeys.msp(mspId));
    return value == null
        ? Optional.empty()
        : Optional.of(new String(value, StandardCharsets.UTF_8));
  }

  /**
   * Starts the ledger with its first member.
   *
   * @throws RefusedException with NOT_A_MEMBER if the genesis names another signer, the first code
   *     of {@link EntryChecks}, WRONG_TRANSACTION, ALREADY_STARTED or PREVIOUS_UNKNOWN
   */
  public static void start(WorkingState state, Entry entry, String signerMsp) {
    Require.that(
        !(entry.body() instanceof Genesis named) || named.msp().equals(signerMsp),
        Code.NOT_A_MEMBER,
        "msp");
    EntryChecks.check(entry);
    Require.that(entry.header().moved() == null, Code.PREVIOUS_UNKNOWN, "moved");
    if (!(entry.body() instanceof Genesis genesis)) {
      throw new RefusedException(Code.WRONG_TRANSACTION, "kind");
    }
    Require.that(!state.has(StateKeys.started()), Code.ALREADY_STARTED, "kind");
    admit(state, genesis.organisation(), genesis.msp());
  }

  /** Binds an MSP id to an organisation; once and for all, in this rules version. */
  static void admit(WorkingState state, String organisation, String msp) {
    MembersState before = of(state);
    MembersState.MemberState member = new MembersState.MemberState(organisation, msp);
    if (before.members().contains(member)) {
      return;
    }
    // A member that stood twice in a key's policy would have to endorse with two peers.
    Require.that(
        before.members().stream()
            .noneMatch(m -> m.organisation().equals(organisation) || m.msp().equals(msp)),
        Code.EXISTS_WITH_OTHER_CONTENT,
        "msp");
    state.put(StateKeys.msp(msp), organisation.getBytes(StandardCharsets.UTF_8));
    state.put(StateKeys.members(), before.plus(member));
  }
}
