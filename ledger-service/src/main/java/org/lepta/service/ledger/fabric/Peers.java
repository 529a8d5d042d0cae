package org.lepta.service.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Config;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.connection.Connection;

/**
 * The peers that this service may turn to, and in which order: the one whose blocks tell what was
 * committed comes first, so that what was acknowledged can be read; then the own one, then the
 * others; those that failed a moment ago come last. Thread-safe.
 */
final class Peers implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(5);
  private static final String QUERIES = "qscc";
  private static final String CONFIGURATION = "cscc";

  private final FabricSettings settings;
  private final List<Link> links;
  private final Map<Link, Long> restUntil = new ConcurrentHashMap<>();
  private volatile Link lead;

  private Peers(FabricSettings settings, List<Link> links) {
    this.settings = settings;
    this.links = List.copyOf(links);
    this.lead = links.getFirst();
  }

  static Peers of(FabricSettings settings) throws IOException {
    List<Link> links = new ArrayList<>();
    try {
      for (Connection.Peer peer : settings.peers()) {
        links.add(Link.of(peer, settings));
      }
      return new Peers(settings, links);
    } catch (IOException | RuntimeException e) {
      links.forEach(Link::close);
      throw e;
    }
  }

  /** Returns all peers, the one to try first at the beginning. */
  List<Link> inOrder() {
    List<Link> order = new ArrayList<>(links.size());
    Link first = lead;
    order.add(first);
    links.stream().filter(link -> link != first).forEach(order::add);
    List<Link> resting = order.stream().filter(this::rests).toList();
    order.removeAll(resting);
    order.addAll(resting);
    return order;
  }

  /** Returns whether this peer failed a moment ago. */
  boolean rests(Link link) {
    Long until = restUntil.get(link);
    return until != null && until - System.nanoTime() > 0;
  }

  /** Returns the own peer. */
  Link own() {
    return links.getFirst();
  }

  /** Says whose blocks tell what was committed. */
  void follow(Link link) {
    lead = link;
  }

  /** Lets a peer that failed rest for a moment. */
  void failed(Link link) {
    restUntil.put(link, System.nanoTime() + REST.toNanos());
  }

  /** Asks the peers who orders, by the channel's configuration. */
  OrderingNodes orderingNodes() throws UnreachableException {
    GatewayException last = null;
    for (Link link : inOrder()) {
      try {
        byte[] config =
            link.network(settings.reader())
                .getContract(CONFIGURATION)
                .evaluateTransaction("GetChannelConfig", settings.channel());
        return OrderingNodes.of(Config.parseFrom(config));
      } catch (GatewayException e) {
        failed(link);
        last = e;
      } catch (InvalidProtocolBufferException e) {
        throw new UnreachableException(link + " answers what is no configuration", e);
      }
    }
    throw new UnreachableException("no peer tells the channel's configuration", last);
  }

  /** Asks one peer for the number of its blocks. */
  long height(Link link) throws UnreachableException {
    try {
      byte[] info =
          link.network(settings.reader())
              .getContract(QUERIES)
              .newProposal("GetChainInfo")
              .addArguments(settings.channel())
              .build()
              .evaluate(call -> call.withDeadlineAfter(settings.limits().silence()));
      return BlockchainInfo.parseFrom(info).getHeight();
    } catch (GatewayException e) {
      throw new UnreachableException(link + " does not tell its height: " + Calls.explain(e), e);
    } catch (InvalidProtocolBufferException e) {
      throw new UnreachableException(link + " answers what is no height", e);
    }
  }

  /** Asks peer after peer for the number of its blocks. */
  long height() throws UnreachableException {
    UnreachableException last = null;
    for (Link link : inOrder()) {
      try {
        return height(link);
      } catch (UnreachableException e) {
        failed(link);
        last = e;
      }
    }
    throw new UnreachableException("no peer tells its height", last);
  }

  @Override
  public void close() {
    links.forEach(Link::close);
  }
}
