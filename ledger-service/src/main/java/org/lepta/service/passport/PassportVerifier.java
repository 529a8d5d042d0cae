package org.lepta.service.passport;

import java.util.HashSet;
import java.util.Set;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.passport.Passport.ProvenLeaf;
import org.lepta.service.passport.PassportVerdict.Proven;
import org.lepta.service.passport.PassportVerdict.Refused;
import org.lepta.service.passport.PassportVerdict.Unchecked;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.ReceiptVerifier;

/**
 * Verifies passports offline (docs/reference/passports). Needs no clock, file or network; fails
 * closed: what is not proven by every check is not {@link Proven}. Thread-safe.
 */
public final class PassportVerifier {

  private final ReceiptVerifier receipts;

  /** Believes whom that verifier believes. */
  public PassportVerifier(ReceiptVerifier receipts) {
    this.receipts = receipts;
  }

  /** Verifies a file; any bytes give a verdict. */
  public PassportVerdict verify(byte[] file) {
    try {
      Passport passport = PassportReader.read(file);
      Checkpoint named = Checkpoint.parse(passport.checkpoint().text());
      return receipts.knows(named) ? prove(passport) : new Unchecked(named.origin());
    } catch (FaultException e) {
      return new Refused(e.fault().name(), e.detail());
    } catch (PassportException e) {
      return new Refused(e.code().name(), e.detail());
    }
  }

  private Proven prove(Passport passport) throws FaultException, PassportException {
    BelievedCheckpoint checkpoint = receipts.believe(passport.checkpoint());
    for (ProvenLeaf leaf : passport.leaves()) {
      requireLeaf(checkpoint, leaf);
    }
    ReadLeaves leaves = new ReadLeaves(passport.leaves());
    requireTexts(passport, leaves);
    new TrailFit(leaves).require(passport.trail(), passport.gift(), checkpoint.checkpoint().size());
    new ApprovalFit(leaves).require();
    return new Proven(passport, leaves, checkpoint);
  }

  private static void requireLeaf(BelievedCheckpoint checkpoint, ProvenLeaf leaf)
      throws FaultException {
    try {
      ReceiptVerifier.requireLength(leaf.bytes());
      checkpoint.requireEntry(leaf.bytes(), leaf.proof());
    } catch (FaultException e) {
      FaultException named =
          new FaultException(e.fault(), "leaf " + leaf.proof().leafIndex() + ": " + e.detail());
      named.initCause(e);
      throw named;
    }
  }

  private static void requireTexts(Passport passport, ReadLeaves leaves) throws PassportException {
    Set<String> named = new HashSet<>();
    for (Leaf leaf : leaves.all().values()) {
      for (TextHash text : leaf.entry().header().texts()) {
        named.add(text.hash().hex());
      }
    }
    for (SaltedText text : passport.texts()) {
      if (!named.contains(text.commitment().hex())) {
        throw new PassportException(
            PassportCode.TEXT_DIFFERS, "no leaf names the text " + text.commitment());
      }
    }
  }
}
