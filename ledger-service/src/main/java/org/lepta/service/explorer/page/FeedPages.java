package org.lepta.service.explorer.page;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.ui.text.Language;

/** The newest entries of a fund or an organisation as an Atom feed (RFC 4287). */
class FeedPages {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final int ENTRIES = 30;

  private final Sources sources;

  FeedPages(Sources sources) {
    this.sources = sources;
  }

  String ofFund(Language language, Key key) {
    require(Kind.FUND, key);
    List<EntryRecord> entries = newest(EntryQuery.ALL.fund(key.id()));
    View view = view(language, new NameBooks().funds(List.of(key.id())), entries);
    return write(view, "/funds/" + key.value(), view.fund(key.id()).label(), entries);
  }

  String ofOrganisation(Language language, Key key) {
    require(Kind.ORGANISATION, key);
    List<EntryRecord> entries = newest(EntryQuery.ALL.organisation(key.id()));
    View view = view(language, new NameBooks().organisation(key.id()), entries);
    return write(
        view, "/organisations/" + key.value(), view.organisation(key.id()).name(), entries);
  }

  private void require(Kind kind, Key key) {
    if (sources.entries().find(kind, key.id()).isEmpty()) {
      throw ReadCode.NOT_FOUND.refusal("There is no such page.");
    }
  }

  private List<EntryRecord> newest(EntryQuery query) {
    return sources.entries().page(query, null, ENTRIES).items();
  }

  private View view(Language language, NameBooks wanted, List<EntryRecord> entries) {
    return new View(language, wanted.entries(entries).lookUp(sources.lookups()));
  }

  private static String write(View view, String path, String title, List<EntryRecord> entries) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("xml:lang", view.language().code());
      element(xml, "id", "urn:lepta:feed:" + view.language().code() + ":" + path);
      element(xml, "title", legal(title));
      element(xml, "updated", updated(entries).toString());
      link(xml, "self", view.path(path + "/feed.atom"));
      link(xml, "alternate", view.path(path));
      for (EntryRecord entry : entries) {
        writeEntry(xml, view, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed that cannot be written", e);
    }
    return text.toString();
  }

  private static void writeEntry(XMLStreamWriter xml, View view, EntryRecord entry)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", "urn:lepta:leaf:" + entry.hash().hex());
    element(xml, "title", legal(EntryPages.sentence(view, entry)));
    element(xml, "updated", entry.committed().toString());
    xml.writeStartElement("author");
    element(xml, "name", legal(view.organisation(entry.entry().header().statedBy()).name()));
    xml.writeEndElement();
    link(xml, "alternate", view.path("/entries/" + entry.index()));
    xml.writeEndElement();
  }

  /** When the newest entry was committed; a feed without any never changed. */
  private static Instant updated(List<EntryRecord> entries) {
    return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().committed();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  /** Names come from anywhere; XML takes no control characters and no half characters. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints().filter(FeedPages::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** The characters of XML 1.0, without line ends. */
  private static boolean isLegal(int c) {
    boolean half = c >= 0xD800 && c < 0xE000;
    boolean none = c == 0xFFFE || c == 0xFFFF;
    return c >= ' ' && !half && !none;
  }
}
