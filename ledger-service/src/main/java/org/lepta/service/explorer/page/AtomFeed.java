package org.lepta.service.explorer.page;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Language;

/**
 * A feed by RFC 4287. Titles and names may hold anything.
 *
 * @param path of the page that it is of, without the language
 * @param items the newest first
 */
record AtomFeed(Language language, String path, String title, List<Item> items) {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  AtomFeed {
    items = List.copyOf(items);
  }

  /**
   * An entry of the feed.
   *
   * @param id a URN
   * @param summary a sentence more; null for none
   * @param path of its page, without the language
   */
  record Item(
      String id,
      String title,
      @Nullable String summary,
      Instant updated,
      String author,
      String path) {}

  String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("xml:lang", language.code());
      element(xml, "id", "urn:lepta:feed:" + language.code() + ":" + path);
      element(xml, "title", title);
      element(xml, "updated", updated().toString());
      link(xml, "self", language.path(path + "/feed.atom"));
      link(xml, "alternate", language.path(path));
      for (Item item : items) {
        write(xml, item);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed that cannot be written", e);
    }
    return text.toString();
  }

  private void write(XMLStreamWriter xml, Item item) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", item.id());
    element(xml, "title", item.title());
    element(xml, "updated", item.updated().toString());
    if (item.summary() != null) {
      element(xml, "summary", item.summary());
    }
    xml.writeStartElement("author");
    element(xml, "name", item.author());
    xml.writeEndElement();
    link(xml, "alternate", language.path(item.path()));
    xml.writeEndElement();
  }

  /** That of the newest; a feed without any never changed. */
  private Instant updated() {
    return items.isEmpty() ? Instant.EPOCH : items.getFirst().updated();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(text));
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
    text.codePoints().filter(AtomFeed::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** The characters of XML 1.0, without line ends. */
  private static boolean isLegal(int c) {
    boolean half = c >= 0xD800 && c < 0xE000;
    boolean none = c == 0xFFFE || c == 0xFFFF;
    return c >= ' ' && !half && !none;
  }
}
