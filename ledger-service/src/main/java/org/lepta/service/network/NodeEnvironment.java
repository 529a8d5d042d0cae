package org.lepta.service.network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment of a node: all that distinguishes it from others of its kind. */
final class NodeEnvironment {
  private static final String HOST = "127.0.0.1";
  private static final String TO_CHAINCODE =
      "LEPTA_JAVA, LEPTA_CHAINCODE_RUN, LEPTA_CHAINCODE_LOG, LEPTA_CHAINCODE_OPTIONS,"
          + " TP_CORE_POOL_SIZE, TP_MAX_POOL_SIZE, TP_QUEUE_SIZE";

  /** Fabric's own without colours, which mean nothing in a file. */
  private static final String LOG_FORMAT =
      "%{time:2006-01-02 15:04:05.000 MST} %{level:.4s} [%{module}] %{shortfunc} -> %{message}";

  /** Small heap, quick start: packing keeps the chaincode's work per entry low. */
  private static final String CHAINCODE_OPTIONS =
      "-Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
          + " --sun-misc-unsafe-memory-access=allow";

  /** A call of the contract waits for its peer most of the time, so more threads than cores. */
  static final String CHAINCODE_THREADS = "32";

  private final Folders folders;
  private final Node node;
  private final Map<String, String> variables = new LinkedHashMap<>();

  private NodeEnvironment(Folders folders, Node node) {
    this.folders = folders;
    this.node = node;
  }

  /** Returns variables and values; those of the chaincode yield to what the caller has set. */
  static Map<String, String> of(Folders folders, Node node, Map<String, String> own) {
    NodeEnvironment environment = new NodeEnvironment(folders, node);
    environment.set("FABRIC_CFG_PATH", folders.config());
    environment.set("TMPDIR", folders.state(node).resolve("tmp"));
    environment.variables.put(
        "FABRIC_LOGGING_SPEC", own.getOrDefault("FABRIC_LOGGING_SPEC", "warn"));
    environment.variables.put("FABRIC_LOGGING_FORMAT", LOG_FORMAT);
    if (node.kind() == Node.Kind.PEER) {
      environment.peer();
      environment.chaincode(own);
    } else {
      environment.orderer();
    }
    return environment.variables;
  }

  private void peer() {
    Participant.PeerPorts ports = node.owner().peer();
    Path home = folders.material(node);
    String address = HOST + ':' + ports.clients();
    variables.put("CORE_PEER_ID", node.name());
    variables.put("CORE_PEER_LISTENADDRESS", address);
    variables.put("CORE_PEER_ADDRESS", address);
    variables.put("CORE_PEER_CHAINCODELISTENADDRESS", HOST + ':' + ports.chaincode());
    variables.put("CORE_PEER_CHAINCODEADDRESS", HOST + ':' + ports.chaincode());
    variables.put("CORE_PEER_GOSSIP_BOOTSTRAP", address);
    variables.put("CORE_PEER_GOSSIP_ENDPOINT", address);
    variables.put("CORE_PEER_GOSSIP_EXTERNALENDPOINT", address);
    variables.put("CORE_PEER_LOCALMSPID", node.owner().mspId());
    set("CORE_PEER_MSPCONFIGPATH", home.resolve("msp"));
    set("CORE_PEER_FILESYSTEMPATH", folders.state(node).resolve("ledger"));
    set("CORE_LEDGER_SNAPSHOTS_ROOTDIR", folders.state(node).resolve("snapshots"));
    tls("CORE_PEER_TLS_CERT_FILE", "CORE_PEER_TLS_KEY_FILE", "CORE_PEER_TLS_CLIENTROOTCAS_FILES");
    set("CORE_PEER_TLS_ROOTCERT_FILE", folders.tlsCa(node.owner()));
    variables.put("CORE_OPERATIONS_LISTENADDRESS", HOST + ':' + ports.operations());
    tls(
        "CORE_OPERATIONS_TLS_CERT_FILE",
        "CORE_OPERATIONS_TLS_KEY_FILE",
        "CORE_OPERATIONS_TLS_CLIENTROOTCAS_FILES");
    variables.put(
        "CORE_CHAINCODE_EXTERNALBUILDERS",
        "[{name: lepta, path: '%s', propagateEnvironment: [%s]}]"
            .formatted(folders.config().resolve("builder"), TO_CHAINCODE));
  }

  private void chaincode(Map<String, String> own) {
    set("LEPTA_JAVA", Path.of(System.getProperty("java.home"), "bin", "java"));
    set("LEPTA_CHAINCODE_RUN", folders.chaincodeRun(node));
    set("LEPTA_CHAINCODE_LOG", folders.chaincodeLog(node));
    yieldTo("LEPTA_CHAINCODE_OPTIONS", CHAINCODE_OPTIONS, own);
    yieldTo("TP_CORE_POOL_SIZE", CHAINCODE_THREADS, own);
    yieldTo("TP_MAX_POOL_SIZE", CHAINCODE_THREADS, own);
    yieldTo("TP_QUEUE_SIZE", "5000", own);
  }

  private void orderer() {
    Participant.OrdererPorts ports = node.ordererPorts();
    Path home = folders.material(node);
    Path state = folders.state(node);
    variables.put("ORDERER_GENERAL_LISTENADDRESS", HOST);
    variables.put("ORDERER_GENERAL_LISTENPORT", Integer.toString(ports.clients()));
    variables.put("ORDERER_GENERAL_LOCALMSPID", node.owner().mspId());
    set("ORDERER_GENERAL_LOCALMSPDIR", home.resolve("msp"));
    ordererTls("ORDERER_GENERAL_TLS");
    variables.put("ORDERER_GENERAL_TLS_ROOTCAS", "[" + folders.tlsCa(node.owner()) + "]");
    set("ORDERER_GENERAL_CLUSTER_CLIENTCERTIFICATE", home.resolve("tls/server.crt"));
    set("ORDERER_GENERAL_CLUSTER_CLIENTPRIVATEKEY", home.resolve("tls/server.key"));
    set("ORDERER_FILELEDGER_LOCATION", state.resolve("ledger"));
    set("ORDERER_CONSENSUS_WALDIR", state.resolve("wal"));
    set("ORDERER_CONSENSUS_SNAPDIR", state.resolve("snapshots"));
    variables.put("ORDERER_OPERATIONS_LISTENADDRESS", HOST + ':' + ports.operations());
    ordererTls("ORDERER_OPERATIONS_TLS");
    variables.put("ORDERER_ADMIN_LISTENADDRESS", HOST + ':' + ports.admin());
    ordererTls("ORDERER_ADMIN_TLS");
  }

  private void ordererTls(String prefix) {
    Path tls = folders.material(node).resolve("tls");
    set(prefix + "_CERTIFICATE", tls.resolve("server.crt"));
    set(prefix + "_PRIVATEKEY", tls.resolve("server.key"));
    variables.put(prefix + "_CLIENTROOTCAS", "[" + folders.tlsCa(node.owner()) + "]");
  }

  private void tls(String certificate, String key, String clientRoots) {
    Path tls = folders.material(node).resolve("tls");
    set(certificate, tls.resolve("server.crt"));
    set(key, tls.resolve("server.key"));
    set(clientRoots, folders.tlsCa(node.owner()));
  }

  private void set(String variable, Path path) {
    variables.put(variable, path.toString());
  }

  private void yieldTo(String variable, String value, Map<String, String> own) {
    variables.put(variable, own.getOrDefault(variable, value));
  }
}
