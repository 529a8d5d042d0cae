package org.lepta.service.exchange.internal;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.exchange.ExportScope;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.Lookups.GrantKey;
import org.lepta.service.indexing.read.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes grants as 360Giving JSON, a chunk of them at a time. Thread-safe. */
public final class GrantExport {

  /** Of 1.4.3; the schema takes two numbers. */
  private static final String VERSION = "1.4";

  /** What ends in the middle must not look whole. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT, StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final Entries entries;
  private final Lookups lookups;
  private final Texts texts;

  /** Reads through these. */
  public GrantExport(Entries entries, Lookups lookups, Texts texts) {
    this.entries = entries;
    this.lookups = lookups;
    this.texts = texts;
  }

  /** Writes the whole package; {@code out} stays open. */
  public void write(ExportScope scope, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("version", VERSION);
      json.writeObjectPropertyStart(GrantNode.EXTENSION);
      json.writeStringProperty("origin", scope.checkpoint().origin());
      json.writeNumberProperty("size", scope.checkpoint().size());
      json.writeStringProperty("root", scope.checkpoint().root().hex());
      json.writeEndObject();
      json.writeArrayPropertyStart("grants");
      entries.forEachChunk(scope.entries(Kind.GRANT), chunk -> write(scope, chunk, json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(ExportScope scope, List<EntryRecord> chunk, JsonGenerator json) {
    List<EntryRecord> awards =
        chunk.stream().filter(Exported::counts).filter(entry -> isOf(scope, entry)).toList();
    Map<GrantKey, List<EntryRecord>> all =
        lookups.ofGrants(
            awards.stream().flatMap(GrantExport::keys).toList(), scope.checkpoint().size());
    GrantNode nodes = nodes(scope, awards);
    for (EntryRecord award : awards) {
      List<EntryRecord> own = new ArrayList<>();
      keys(award).distinct().forEach(key -> own.addAll(all.getOrDefault(key, List.of())));
      GrantState state = GrantState.of(award, own);
      if (state.stands()) {
        json.writePOJO(nodes.of(state));
      }
    }
  }

  /** The query also finds what the organisation states of the funds of others. */
  private static boolean isOf(ExportScope scope, EntryRecord entry) {
    boolean owned =
        scope.organisation() == null || scope.organisation().equals(Exported.owner(entry));
    return owned && Exported.isMoney(((Grant) entry.entry().body()).unit());
  }

  /** A restated award has its changes under its new id, and its payments under the publisher's. */
  private static Stream<GrantKey> keys(EntryRecord award) {
    String fund = ((Grant) award.entry().body()).fund();
    return Stream.of(award.id(), GrantNode.id(award)).map(id -> new GrantKey(fund, id));
  }

  private GrantNode nodes(ExportScope scope, List<EntryRecord> awards) {
    Set<String> organisations = new TreeSet<>();
    Set<String> funds = new TreeSet<>();
    for (EntryRecord award : awards) {
      Grant grant = (Grant) award.entry().body();
      funds.add(grant.fund());
      organisations.add(Exported.owner(award));
      if (grant.recipient() != null && grant.recipient().org() != null) {
        organisations.add(grant.recipient().org());
      }
    }
    return new GrantNode(
        scope.checkpoint(),
        texts,
        lookups.organisationNames(organisations),
        lookups.fundNames(funds));
  }
}
