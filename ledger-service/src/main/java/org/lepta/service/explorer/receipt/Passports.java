package org.lepta.service.explorer.receipt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Related;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.passport.Passport;
import org.lepta.service.passport.Passport.ProvenLeaf;
import org.lepta.service.trail.Trail;
import org.lepta.service.trail.Trails;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextLookup;
import org.lepta.service.transparency.log.PublishedLeaf;
import org.lepta.service.transparency.log.PublishedProofs;
import org.lepta.service.transparency.log.TransparencyLog;
import org.springframework.stereotype.Component;

/** Makes passports of gifts, all proofs under the newest checkpoint. Thread-safe. */
@Component
public final class Passports {

  private final Index index;
  private final Related related;
  private final Trails trails;
  private final Texts texts;
  private final TransparencyLog log;

  public Passports(Index index, Related related, Trails trails, Texts texts, TransparencyLog log) {
    this.index = index;
    this.related = related;
    this.trails = trails;
    this.texts = texts;
    this.log = log;
  }

  /**
   * The passport of a gift.
   *
   * @param gift leaf index of the donation
   * @return nothing while no public checkpoint covers it
   * @throws org.lepta.service.kernel.RefusalException if it would hold too much
   */
  public Optional<Passport> find(long gift) {
    return log.proofs()
        .filter(proofs -> proofs.covers(gift))
        .flatMap(proofs -> index.snapshot(() -> passport(gift, proofs)));
  }

  private Optional<Passport> passport(long gift, PublishedProofs proofs) {
    return trails.find(gift, proofs.size()).map(trail -> passport(trail, proofs));
  }

  private Passport passport(Trail trail, PublishedProofs proofs) {
    PassportEntries gathered = new PassportEntries(related, trail);
    List<EntryRecord> entries = gathered.gather();
    List<ProvenLeaf> leaves = new ArrayList<>();
    for (EntryRecord entry : entries) {
      PublishedLeaf leaf = proofs.leaf(entry.index());
      leaves.add(new ProvenLeaf(leaf.bytes(), leaf.proof()));
    }
    return new Passport(
        proofs.checkpoint(),
        trail.hops().getFirst().leaf(),
        leaves,
        texts(entries),
        trail,
        gathered.leftOut());
  }

  /** What is withdrawn or was never here is simply not in the passport. */
  private List<SaltedText> texts(List<EntryRecord> entries) {
    Set<String> known = new HashSet<>();
    List<SaltedText> found = new ArrayList<>();
    for (EntryRecord entry : entries) {
      for (TextHash text : entry.entry().header().texts()) {
        String hex = text.hash().hex();
        if (known.add(hex)
            && texts.find(Sha256.ofHex(hex)) instanceof TextLookup.Present(var salted)) {
          found.add(salted);
        }
      }
    }
    return found;
  }
}
