package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * xml: text that is well formed, as a document or as content. It is kept as written; its
 * declaration is shown only as far as it says more than version 1.0.
 *
 * <p>Source: {@code src/backend/utils/adt/xml.c} (xml_in, xml_out_internal, xml_parse).
 */
public record XmlForm() implements ValueForm {
  private static final String DECLARATION = "<?xml";

  @Override
  public String read(String text, InputSettings settings) {
    requireContent(text);
    return text;
  }

  /**
   * Checks that the text is a document or can stand inside one.
   *
   * @throws PgException 2200N
   */
  public static void requireContent(String text) {
    int start = endOfDeclaration(text);
    String body = text.substring(start);
    boolean document = start > 0 && isWellFormed(body) || hasDoctype(body);
    if (document ? !isWellFormed(body) : !isWellFormed("<x>" + body + "</x>")) {
      throw new PgException(SqlState.INVALID_XML_CONTENT, "invalid XML content");
    }
  }

  /**
   * Checks that the text is a document.
   *
   * @throws PgException 2200M
   */
  public static void requireDocument(String text) {
    if (!isDocument(text)) {
      throw new PgException(SqlState.INVALID_XML_DOCUMENT, "invalid XML document");
    }
  }

  /** Whether the text is a document: one element, apart from comments and instructions. */
  public static boolean isDocument(String text) {
    return isWellFormed(text.substring(endOfDeclaration(text)));
  }

  /** Whether the text is a document or can stand inside one. */
  public static boolean isContent(String text) {
    try {
      requireContent(text);
      return true;
    } catch (PgException e) {
      return false;
    }
  }

  /**
   * A comment.
   *
   * @throws PgException 2200S
   */
  public static String comment(String text) {
    if (text.contains("--") || text.endsWith("-")) {
      throw new PgException(SqlState.INVALID_XML_COMMENT, "invalid XML comment");
    }
    return "<!--" + text + "-->";
  }

  /** Text with markup characters escaped. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#x0d;");
  }

  private static boolean hasDoctype(String body) {
    Characters in = new Characters(body);
    in.skipSpaces();
    return body.startsWith("<!DOCTYPE", in.position());
  }

  private static boolean isWellFormed(String document) {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory
          .newSAXParser()
          .parse(new InputSource(new StringReader(document)), new DefaultHandler());
      return true;
    } catch (SAXException e) {
      return false;
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the XML declaration ends; 0 without one. */
  private static int endOfDeclaration(String text) {
    boolean declared =
        text.startsWith(DECLARATION)
            && text.length() > DECLARATION.length()
            && Characters.isSpace(text.charAt(DECLARATION.length()));
    int end = declared ? text.indexOf("?>") : -1;
    return end < 0 ? 0 : end + 2;
  }

  /** What the output function gives. */
  public static String shown(String stored) {
    int end = endOfDeclaration(stored);
    if (end == 0) {
      return stored;
    }
    String version = attribute(stored.substring(0, end), "version");
    String standalone = attribute(stored.substring(0, end), "standalone");
    String body = stored.substring(end);
    if ((version == null || version.equals("1.0")) && standalone == null) {
      return body.startsWith("\n") ? body.substring(1) : body;
    }
    return "<?xml version=\""
        + (version == null ? "1.0" : version)
        + "\""
        + (standalone == null ? "" : " standalone=\"" + standalone + "\"")
        + "?>"
        + body;
  }

  private static String attribute(String declaration, String name) {
    int at = declaration.indexOf(name);
    if (at < 0) {
      return null;
    }
    Characters in = new Characters(declaration);
    in.moveTo(at + name.length());
    in.skipSpaces();
    in.take('=');
    in.skipSpaces();
    char quote = in.next();
    int end = declaration.indexOf(quote, in.position());
    return end < 0 ? null : declaration.substring(in.position(), end);
  }

  @Override
  public String write(String stored, InputSettings settings) {
    return shown(stored);
  }

  @Override
  public boolean isShownAsStored() {
    return false;
  }

  @Override
  public byte[] send(String stored) {
    return shown(stored).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public String receive(BinaryReader in) {
    return read(in.readText(), InputSettings.DEFAULT);
  }
}
