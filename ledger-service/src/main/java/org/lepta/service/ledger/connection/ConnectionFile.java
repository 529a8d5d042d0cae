package org.lepta.service.ledger.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lepta.service.ledger.connection.Connection.KeyFiles;
import org.lepta.service.ledger.connection.Connection.Peer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The connection file, version 1: JSON, with paths relative to the folder that it lies in. */
public final class ConnectionFile {

  /** The usual name of the file. */
  public static final String NAME = "connection.json";

  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ConnectionFile() {}

  /**
   * Reads a connection; paths in it are absolute.
   *
   * @throws IOException if the file cannot be read, is not of this version, lacks a field or names
   *     a file that is not there; the message names file and field
   */
  public static Connection read(Path file) throws IOException {
    Path folder = folderOf(file);
    try {
      Fields fields = new Fields(file, folder, JSON.readTree(Files.readAllBytes(file)), "");
      if (!fields.text("version").equals(Integer.toString(VERSION))) {
        throw new IOException(file + ": version " + VERSION + " is expected");
      }
      return connection(fields);
    } catch (JacksonException e) {
      throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file");
  }

  private static Connection connection(Fields fields) throws IOException {
    List<Peer> others = new ArrayList<>();
    for (Fields other : fields.list("others")) {
      others.add(peer(other));
    }
    return new Connection(
        fields.text("channel"),
        fields.text("chaincode"),
        fields.text("organisation"),
        fields.text("mspId"),
        fields.truth("endorsing"),
        peer(fields.inner("peer")),
        others,
        keyFiles(fields.inner("tls")),
        keyFiles(fields.inner("signer")),
        keyFiles(fields.inner("reader")));
  }

  private static Peer peer(Fields fields) throws IOException {
    return new Peer(
        fields.text("name"),
        fields.text("organisation"),
        fields.text("mspId"),
        fields.truth("endorsing"),
        fields.text("endpoint"),
        fields.path("tlsCa"));
  }

  private static KeyFiles keyFiles(Fields fields) throws IOException {
    return new KeyFiles(fields.path("certificate"), fields.path("key"));
  }

  /** Writes a connection over what the file held; paths must lie where the file can name them. */
  public static void write(Path file, Connection connection) throws IOException {
    Path folder = folderOf(file);
    ObjectNode json = JSON.createObjectNode().put("version", VERSION);
    json.put("channel", connection.channel())
        .put("chaincode", connection.chaincode())
        .put("organisation", connection.organisation())
        .put("mspId", connection.mspId())
        .put("endorsing", connection.endorsing())
        .set("peer", json(folder, connection.peer()));
    var others = json.putArray("others");
    connection.others().forEach(peer -> others.add(json(folder, peer)));
    json.set("tls", json(folder, connection.tls()));
    json.set("signer", json(folder, connection.signer()));
    json.set("reader", json(folder, connection.reader()));
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + '\n';
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static ObjectNode json(Path folder, Peer peer) {
    return JSON.createObjectNode()
        .put("name", peer.name())
        .put("organisation", peer.organisation())
        .put("mspId", peer.mspId())
        .put("endorsing", peer.endorsing())
        .put("endpoint", peer.endpoint())
        .put("tlsCa", relative(folder, peer.tlsCa()));
  }

  private static ObjectNode json(Path folder, KeyFiles files) {
    return JSON.createObjectNode()
        .put("certificate", relative(folder, files.certificate()))
        .put("key", relative(folder, files.key()));
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** One JSON object, with the way to it for messages. */
  private record Fields(Path file, Path folder, JsonNode json, String way) {

    String text(String name) throws IOException {
      JsonNode value = json.path(name);
      if (!value.isString() && !value.isIntegralNumber()) {
        throw missing(name);
      }
      return value.asString();
    }

    boolean truth(String name) throws IOException {
      JsonNode value = json.path(name);
      if (!value.isBoolean()) {
        throw missing(name);
      }
      return value.booleanValue();
    }

    Path path(String name) throws IOException {
      Path path = folder.resolve(text(name)).normalize();
      if (!Files.isRegularFile(path)) {
        throw new IOException(file + ": " + way + name + " names no file: " + path);
      }
      return path;
    }

    Fields inner(String name) throws IOException {
      JsonNode value = json.path(name);
      if (!value.isObject()) {
        throw missing(name);
      }
      return new Fields(file, folder, value, way + name + '.');
    }

    List<Fields> list(String name) throws IOException {
      JsonNode value = json.path(name);
      if (!value.isArray()) {
        throw missing(name);
      }
      List<Fields> all = new ArrayList<>();
      for (JsonNode item : value) {
        all.add(new Fields(file, folder, item, way + name + '[' + all.size() + "]."));
      }
      return all;
    }

    private IOException missing(String name) {
      return new IOException(file + ": " + way + name + " is missing or of another type");
    }
  }
}
