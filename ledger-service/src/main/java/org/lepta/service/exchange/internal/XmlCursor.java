package org.lepta.service.exchange.internal;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.CharConversionException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;

/**
 * Walks an XML file element by element: no document type, no entities but the predefined ones,
 * nothing from outside, bounded depth and lengths. Every fault is a {@link RefusedFileException}
 * with its line. Not thread-safe.
 */
final class XmlCursor {

  private static final XMLInputFactory FACTORY = newFactory();

  private final BoundedStream in;
  private final XMLStreamReader reader;
  private int depth;
  private int steps;
  private int chars;

  XmlCursor(BoundedStream in) {
    this.in = in;
    try {
      this.reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw refused(e);
    }
  }

  private static XMLInputFactory newFactory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Faults are met where the cursor steps on, never later when a text is asked for.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is read from outside");
    });
    return factory;
  }

  /** A new record begins: what it may hold is counted from here. */
  void beginRecord() {
    steps = 0;
    chars = 0;
  }

  /** Depth of the element whose start was read last and not yet left; 0 outside of all. */
  int depth() {
    return depth;
  }

  /** Goes to the first element of the file. */
  void toRoot() {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Comments and processing instructions stand before the root.
    }
  }

  /** Goes to the next child of the element at a depth; false when that element ends. */
  boolean toChild(int parentDepth) {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && depth < parentDepth) {
        return false;
      }
    }
  }

  /** Leaves the current element without looking at it. */
  void skip() {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** The text of the current element without that of its children; leaves the element. */
  String text() {
    int outside = depth - 1;
    StringBuilder text = new StringBuilder();
    while (depth > outside) {
      int event = next();
      if (depth == outside + 1
          && (event == XMLStreamConstants.CHARACTERS
              || event == XMLStreamConstants.CDATA
              || event == XMLStreamConstants.SPACE)) {
        text.append(reader.getText());
        requireChars(text.length());
      }
    }
    return keep(text.toString().strip());
  }

  /** Reads to the end of the file, which must hold nothing more. */
  void toEnd() {
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // Comments may follow the root.
    }
  }

  /** Name of the current element; empty for one of another namespace. */
  String name() {
    String namespace = reader.getNamespaceURI();
    return namespace == null || namespace.isEmpty() ? reader.getLocalName() : "";
  }

  /** A plain attribute of the current element without outer blanks; null if absent or empty. */
  @Nullable String attribute(String name) {
    return kept(reader.getAttributeValue("", name));
  }

  /** The language of the current element. */
  @Nullable String language() {
    return kept(reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang"));
  }

  private @Nullable String kept(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String stripped = keep(value.strip());
    return stripped.isEmpty() ? null : stripped;
  }

  private String keep(String text) {
    requireChars(text.length());
    chars += text.length();
    return text;
  }

  private void requireChars(int more) {
    if (chars + more > Limits.RECORD_CHARS) {
      throw fault(FileRefusal.FILE_TOO_LARGE, "an activity holds too much text");
    }
  }

  private int next() {
    int event;
    try {
      event = reader.next();
    } catch (XMLStreamException e) {
      throw refused(e);
    } catch (RefusedFileException e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser has a few of these for names that cannot be, as an element "xmlns:a".
      throw refused(new XMLStreamException("unreadable", reader.getLocation(), e));
    }
    in.step();
    if (++steps > Limits.RECORD_STEPS) {
      throw fault(FileRefusal.FILE_TOO_LARGE, "an activity holds too many elements");
    }
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > Limits.DEPTH) {
          throw fault(FileRefusal.FILE_TOO_DEEP, "elements are nested too deep");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD ->
          throw fault(FileRefusal.FILE_HAS_DTD, "a document type is not accepted");
      default -> {}
    }
    return event;
  }

  private RefusedFileException fault(FileRefusal code, String what) {
    return new RefusedFileException(code, what + place(reader.getLocation()));
  }

  private RefusedFileException refused(XMLStreamException e) {
    Location at = e.getLocation();
    Throwable nested = e.getNestedException();
    if (nested instanceof CharConversionException || nested instanceof CharacterCodingException) {
      return new RefusedFileException(
          FileRefusal.FILE_ENCODING, "bytes that are no text in its encoding" + place(at), e);
    }
    if (at != null && in.endsAt(at.getLineNumber(), at.getColumnNumber())) {
      return new RefusedFileException(
          FileRefusal.FILE_TRUNCATED, "the file ends in the middle" + place(at), e);
    }
    return new RefusedFileException(
        FileRefusal.FILE_MALFORMED, "it is not well-formed XML" + place(at), e);
  }

  private static String place(@Nullable Location at) {
    return at == null ? "" : ", line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }
}
