package org.lepta.service.submission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.RuleCard;
import org.lepta.service.ledger.Members;
import org.lepta.service.ledger.recording.Recorder;

/**
 * Whose identity signs an entry: the owner of the managed fund it belongs to, where this service
 * holds that identity, and else the operator. Thread-safe.
 */
public final class Signers {

  private final Members members;
  private final Recorder recorder;
  private final String operator;

  /** Owners of managed funds; a fund's owner never changes. */
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  public Signers(Members members, Recorder recorder, String operator) {
    this.members = members;
    this.recorder = recorder;
    this.operator = operator;
  }

  /** The organisation that signs. */
  public String of(Entry entry) {
    String owner =
        switch (entry.body()) {
          case Fund fund when fund.mode() == FundMode.MANAGED -> {
            owners.put(entry.id(), fund.owner());
            yield fund.owner();
          }
          case Flow flow -> ownerOf(flow.fund());
          case Approval note -> ownerOf(note.fund());
          case Confirmation note -> ownerOf(note.fund());
          case Assessment note -> ownerOf(note.fund());
          case RuleCard card -> ownerOf(card.fund());
          case Device device -> device.organisation();
          default -> operator;
        };
    return members.find(owner).isPresent() ? owner : operator;
  }

  /** Whether the fund's rule asks for approvals of its releases. */
  boolean needsApprovals(String fund) {
    return recorder
        .findFund(operator, fund)
        .map(card -> !card.approvals().isEmpty() && card.approvals().getLast().approvals() > 0)
        .orElse(false);
  }

  private String ownerOf(@Nullable String fund) {
    if (fund == null) {
      return operator;
    }
    String known = owners.get(fund);
    if (known != null) {
      return known;
    }
    Optional<Fund> card = recorder.findFund(operator, fund);
    if (card.isEmpty()) {
      return operator;
    }
    String owner = card.get().mode() == FundMode.MANAGED ? card.get().owner() : operator;
    owners.put(fund, owner);
    return owner;
  }
}
