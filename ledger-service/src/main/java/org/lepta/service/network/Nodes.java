package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lepta.service.ledger.identity.OwnerFiles;

/**
 * Starts and stops nodes as processes of their own session, and ends chaincode that a dead peer
 * left behind.
 *
 * @param folders where things lie
 * @param programs Fabric's programs
 * @param own variables of the caller
 */
record Nodes(Folders folders, Programs programs, Map<String, String> own) {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final long LOG_LIMIT_BYTES = 16L << 20;

  /**
   * Starts the node unless it runs, and waits until it is well. One that is well already may be run
   * by others, as a container.
   *
   * @return whether it was started now
   * @throws NetworkException PORT_TAKEN or NODE_FAILED, with the end of its log
   */
  boolean start(Node node, NodeHttp http)
      throws IOException, InterruptedException, NetworkException {
    if (http.healthy(node)) {
      return false;
    }
    Optional<ProcessHandle> running = processFile(folders, node).find();
    ProcessHandle process = running.isPresent() ? running.get() : startAnew(node);
    Deadline deadline = Deadline.in(START_LIMIT);
    while (!http.healthy(node)) {
      boolean gone = !process.isAlive();
      if (gone || deadline.isOver()) {
        throw failed(node, gone ? "ended while starting" : "does not become well");
      }
      deadline.pause();
    }
    return running.isEmpty();
  }

  private ProcessHandle startAnew(Node node)
      throws IOException, InterruptedException, NetworkException {
    if (node.kind() == Node.Kind.PEER) {
      stopChaincodes(folders, node);
    }
    checkPorts(node);
    return launch(node).toHandle();
  }

  private static void checkPorts(Node node) throws NetworkException {
    for (int port : node.ports()) {
      if (!Ports.isFree(port)) {
        throw new NetworkException(
            NetworkException.Code.PORT_TAKEN,
            "port %d of %s is used by another process".formatted(port, node.name()));
      }
    }
  }

  private Process launch(Node node) throws IOException {
    OwnerFiles.createFolders(folders.state(node).resolve("tmp"));
    OwnerFiles.createFolders(folders.run());
    Path log = folders.log(node);
    Files.createDirectories(log.resolveSibling("."));
    setAside(log);
    if (node.kind() == Node.Kind.PEER) {
      setAside(folders.chaincodeLog(node));
    }
    Files.deleteIfExists(folders.pidFile(node));
    List<String> words = new ArrayList<>();
    words.add(folders.config().resolve("launch").toString());
    words.add(folders.pidFile(node).toString());
    words.add(log.toString());
    if (node.kind() == Node.Kind.PEER) {
      words.addAll(List.of(programs.peer().toString(), "node", "start"));
    } else {
      words.add(programs.orderer().toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words).directory(folders.state(node).toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(NodeEnvironment.of(folders, node, own));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** A log that has grown is kept once beside the new one. */
  private static void setAside(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private NetworkException failed(Node node, String how) throws IOException {
    Path log = folders.log(node);
    String end = String.join("\n  ", LogEnd.of(log, 5));
    return new NetworkException(
        NetworkException.Code.NODE_FAILED,
        "%s %s; the whole log is %s, its end:%n  %s".formatted(node.name(), how, log, end));
  }

  /**
   * Stops the node, and what a peer launched.
   *
   * @return whether it ran
   */
  static boolean stop(Folders folders, Node node) throws IOException, InterruptedException {
    boolean ran = processFile(folders, node).stop();
    if (node.kind() == Node.Kind.PEER) {
      stopChaincodes(folders, node);
    }
    return ran;
  }

  private static void stopChaincodes(Folders folders, Node peer)
      throws IOException, InterruptedException {
    for (ProcessFile file : chaincodes(folders, peer)) {
      file.stop();
    }
  }

  static ProcessFile processFile(Folders folders, Node node) {
    return new ProcessFile(folders.pidFile(node), node.kind().program());
  }

  /** The chaincodes that a peer launched; more than one for a moment in an upgrade. */
  static List<ProcessFile> chaincodes(Folders folders, Node peer) throws IOException {
    String begin = folders.chaincodeRun(peer).getFileName() + "-";
    if (!Files.isDirectory(folders.run())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folders.run())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(begin))
          .filter(file -> file.getFileName().toString().endsWith(".pid"))
          .map(file -> new ProcessFile(file, "java"))
          .toList();
    }
  }

  /** Returns the chaincode process of a peer. */
  static Optional<ProcessHandle> chaincode(Folders folders, Node peer) throws IOException {
    for (ProcessFile file : chaincodes(folders, peer)) {
      Optional<ProcessHandle> handle = file.find();
      if (handle.isPresent()) {
        return handle;
      }
    }
    return Optional.empty();
  }
}
