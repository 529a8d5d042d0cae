package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.AnchorRound.Position;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes transactions and sends them, each remembered before. What may still get into a block has
 * the number of the next one that is made, which takes its place. One thread at a time.
 *
 * @param payer the account, which nothing else may use
 */
record Submitter(
    AnchorSettings settings,
    AccountKey payer,
    Chain chain,
    SubmissionFile file,
    SignatureCollection signatures,
    AnchorLog log,
    Clock clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);

  /** Nodes take another transaction of the same number only for a tenth more. */
  private static final BigInteger EIGHTHS = BigInteger.valueOf(9);

  private static final BigInteger EIGHT = BigInteger.valueOf(8);

  /** What an estimate leaves out: the state may be a little different in the block. */
  private static final BigInteger FOUR = BigInteger.valueOf(4);

  /** Where the account stands. */
  Position position() throws AnchorException, IOException {
    return new Position(file.read().orElse(null), chain.nonce(payer.address()));
  }

  /** Makes the transaction from what stands in the contract to the newest size, and sends it. */
  void submit(Checkpoint newest, Head latest, Position position)
      throws AnchorException, IOException, InterruptedException {
    if (!chain.nonce(payer.address()).equals(position.nonce())) {
      // A block or a reorganisation came in between: the next look sees one state of the chain.
      return;
    }
    Sha256 origin = AnchoredRoot.originHash(settings.origin());
    AnchoredRoot root = new AnchoredRoot(origin, newest.size(), newest.root());
    List<MemberSignature> signed = signatures.of(root, chain.members());
    String data = data(latest, root, signed);
    BigInteger estimate = chain.gas(payer.address(), data);
    BigInteger gas = estimate.add(estimate.divide(FOUR));
    Submission before = position.isOpen() ? position.live() : null;
    Submission.Price price = price(gas, before);
    Instant now = clock.instant();
    send(
        new Submission(
            latest.size(),
            root.size(),
            root.root(),
            position.nonce(),
            data,
            price.gas(),
            price.mostFee(),
            price.tip(),
            Submission.sign(settings.contract(), payer, position.nonce(), data, price),
            before == null ? List.of() : hashes(before),
            now,
            now));
  }

  private String data(Head latest, AnchoredRoot root, List<MemberSignature> signed) {
    List<byte[]> proof =
        log.tree(root.size()).consistency(latest.size(), root.size()).path().stream()
            .map(Sha256::bytes)
            .toList();
    return chain
        .calls()
        .anchor(
            BigInteger.valueOf(latest.size()),
            BigInteger.valueOf(root.size()),
            root.root().bytes(),
            proof,
            signed.stream()
                .map(signature ->
                    new LeptaAnchor.Signature(
                        BigInteger.valueOf(signature.v()), signature.r(), signature.s()))
                .toList())
        .encodeFunctionCall();
  }

  /** Sends again what no node knows any more, and with a higher fee what no block takes. */
  void keepAlive(Submission live) throws AnchorException, IOException {
    boolean isKnown = isKnown(live);
    Instant now = clock.instant();
    if (now.isAfter(live.sent().plus(settings.patience()))) {
      try {
        send(dearer(live, now));
      } catch (AnchorException e) {
        if (!isKnown && e.trouble() == AnchorTrouble.ANCHOR_FEE_ABOVE_CAP) {
          chain.submit(live.raw());
        }
        throw e;
      }
    } else if (!isKnown) {
      LOG.info("the anchor of size {} was dropped and is sent again", live.size());
      chain.submit(live.raw());
    }
  }

  private boolean isKnown(Submission live) throws AnchorException {
    boolean isKnown = false;
    for (String hash : hashes(live)) {
      isKnown = isKnown || chain.knows(hash);
    }
    return isKnown;
  }

  private Submission dearer(Submission live, Instant now) throws AnchorException {
    Submission.Price price = price(live.gas(), live);
    return new Submission(
        live.oldSize(),
        live.size(),
        live.root(),
        live.nonce(),
        live.data(),
        price.gas(),
        price.mostFee(),
        price.tip(),
        Submission.sign(settings.contract(), payer, live.nonce(), live.data(), price),
        hashes(live),
        live.since(),
        now);
  }

  private static List<String> hashes(Submission before) {
    List<String> all = new ArrayList<>(before.earlier());
    all.add(before.hash());
    return all;
  }

  /**
   * Offers twice the newest block's fee, so that some full blocks do not make it too little, and
   * enough to take the place of what was sent before.
   */
  private Submission.Price price(BigInteger gas, @Nullable Submission before)
      throws AnchorException {
    Chain.Fees fees = chain.fees();
    BigInteger tip = before == null ? fees.tip() : fees.tip().max(raised(before.tip()));
    BigInteger needed = fees.base().add(tip);
    BigInteger least = before == null ? needed : needed.max(raised(before.mostFee()));
    if (least.compareTo(settings.mostFee()) > 0) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_FEE_ABOVE_CAP,
          "%s wei for a unit of gas are needed, and %s allowed"
              .formatted(least, settings.mostFee()));
    }
    BigInteger most = least.max(needed.add(fees.base())).min(settings.mostFee());
    Submission.Price price = new Submission.Price(gas, most, tip);
    BigInteger balance = chain.balance(payer.address());
    if (balance.compareTo(price.most()) < 0) {
      throw new AnchorException(
          AnchorTrouble.ANCHOR_NO_FUNDS,
          "the account %s has %s wei, and up to %s may be needed"
              .formatted(payer.address(), balance, price.most()));
    }
    return price;
  }

  private static BigInteger raised(BigInteger fee) {
    return fee.multiply(EIGHTHS).divide(EIGHT).add(BigInteger.ONE);
  }

  private void send(Submission submission) throws AnchorException, IOException {
    file.write(submission);
    chain.submit(submission.raw());
    LOG.info("the anchor of size {} is sent in {}", submission.size(), submission.hash());
  }
}
