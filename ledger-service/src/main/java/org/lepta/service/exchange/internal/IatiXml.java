package org.lepta.service.exchange.internal;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.EntryRecord;

/**
 * Writes XML of IATI with attributes of our own beside the standard's; absent attributes are left
 * out, and characters that no XML may hold are replaced. Not thread-safe.
 */
final class IatiXml {

  /** The namespace of the attributes that say where in the log a record stands. */
  static final String NAMESPACE = "urn:lepta:log";

  private static final XMLOutputFactory FACTORY = new OutputFactoryImpl();
  private static final String PREFIX = "lepta";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamWriter xml;

  IatiXml(OutputStream out) {
    this.xml = call(() -> FACTORY.createXMLStreamWriter(out, "UTF-8"));
  }

  /** A step of writing, which ends where the reader is gone. */
  @FunctionalInterface
  private interface Step<T> {
    T run() throws XMLStreamException;
  }

  private static <T> T call(Step<T> step) {
    try {
      return step.run();
    } catch (XMLStreamException e) {
      throw new UncheckedIOException("the document cannot be written", new IOException(e));
    }
  }

  private void write(Writing step) {
    call(() -> {
      step.run();
      return step;
    });
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws XMLStreamException;
  }

  /** Begins the document and its outermost element. */
  void begin(String name) {
    write(() -> {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      xml.writeNamespace(PREFIX, NAMESPACE);
    });
  }

  /** Ends it; what was not ended is no document. */
  void end() {
    write(() -> {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    });
  }

  IatiXml open(String name) {
    write(() -> {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
    });
    return this;
  }

  IatiXml close() {
    write(xml::writeEndElement);
    return this;
  }

  IatiXml with(String name, @Nullable String value) {
    if (value != null) {
      write(() -> xml.writeAttribute(name, clean(value)));
    }
    return this;
  }

  /** Where in the log it stands. */
  IatiXml leaf(EntryRecord entry) {
    return own("leaf-index", Long.toString(entry.index())).own("leaf-hash", entry.hash().hex());
  }

  /** An attribute of our own namespace. */
  IatiXml own(String name, String value) {
    write(() -> xml.writeAttribute(PREFIX, NAMESPACE, name, clean(value)));
    return this;
  }

  /** An element with nothing but one text. */
  IatiXml text(String name, String text) {
    return open(name).characters(text).close();
  }

  IatiXml characters(String text) {
    write(() -> xml.writeCharacters(clean(text)));
    return this;
  }

  /** The texts of the element that is open. */
  IatiXml narratives(List<Narrative> texts) {
    for (Narrative text : texts) {
      open("narrative");
      String language = text.language();
      if (language != null) {
        write(() -> xml.writeAttribute("xml", XML, "lang", clean(language)));
      }
      characters(text.text()).close();
    }
    return this;
  }

  /** XML 1.0 section 2.2 names the characters that it takes. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isChar(c) ? c : 0xfffd));
    return clean.toString();
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
