package org.lepta.ledger.codec;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** The field tables of docs/reference/leaf-format.md, made from the records and their Javadoc. */
final class FieldTables {

  private static final String BEGIN = "<!-- field tables: begin (made by VectorsMain) -->\n";
  private static final String END = "<!-- field tables: end -->\n";

  /** What a field means where its own record says nothing more. */
  private static final Map<String, String> GLOSSARY =
      Map.ofEntries(
          Map.entry("amount", "how much"),
          Map.entry("unit", "what the amount counts"),
          Map.entry("fund", "id of the fund"),
          Map.entry("grant", "id of the grant"),
          Map.entry("tranche", "number of the tranche"),
          Map.entry("release", "id of the release under which it is paid"),
          Map.entry("recipient", "who receives the grant"),
          Map.entry("receiver", "who receives it"),
          Map.entry("payee", "who is paid"),
          Map.entry("donor", "who gives; absent when not stated"),
          Map.entry("by", "who says or does it"),
          Map.entry("applicant", "who asks"),
          Map.entry("application", "id of the application"),
          Map.entry("type", "what it is"),
          Map.entry("result", "what was found"),
          Map.entry("reason", "a code"),
          Map.entry("spendClass", "what the spending was for"),
          Map.entry("basis", "what the payment is, beyond an advance"),
          Map.entry("tranches", "its parts; they add up to the amount"),
          Map.entry("conditions", "what must hold before it may be released"),
          Map.entry("startsOn", "first day"),
          Map.entry("endsOn", "last day"),
          Map.entry("dueOn", "when it is due"),
          Map.entry("periodFrom", "first day of the period"),
          Map.entry("periodTo", "last day of the period"),
          Map.entry("termFrom", "first day of the fund's term"),
          Map.entry("termTo", "last day of the fund's term"),
          Map.entry("validFrom", "first day it is valid"),
          Map.entry("until", "last day, where it is known"),
          Map.entry("boughtUnit", "what is bought"),
          Map.entry("rateOn", "the day of the rate"),
          Map.entry("mode", "whether the fund is kept here or only reported here"),
          Map.entry("restriction", "what the givers allow it to be used for"),
          Map.entry("channel", "name of the ledger; equals the id"),
          Map.entry("leafVersion", "format of leaves, 1 or 2"),
          Map.entry("rulesVersion", "rules, the same number as the format of leaves"),
          Map.entry("logSize", "entries in the log that was audited"),
          Map.entry("logRoot", "its Merkle root"),
          Map.entry("opening", "balance before the first line"),
          Map.entry("moneyIn", "sum of the lines in"),
          Map.entry("moneyOut", "sum of the lines out"),
          Map.entry("closing", "balance after the last line"),
          Map.entry("lines", "how many lines it has"),
          Map.entry("linesExplained", "how many of them entries explain"),
          Map.entry("text", "hash of the text"),
          Map.entry("commitment", "hash of what the draw depends on"),
          Map.entry("version", "a code"),
          Map.entry("sha256", "SHA-256 of the file"),
          Map.entry("toFund", "id of the receiving fund"),
          Map.entry("fromFund", "id of the giving fund"),
          Map.entry("scope", "a code"));

  private FieldTables() {}

  static Path document() {
    return ProjectFiles.docs().resolve("reference/leaf-format.md");
  }

  static void rewrite() throws IOException {
    Files.writeString(document(), withTables(Files.readString(document())));
  }

  /** The document with its tables as the records are now. */
  static String withTables(String document) throws IOException {
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    return document.substring(0, from) + tables() + document.substring(to);
  }

  private static String tables() throws IOException {
    StringBuilder out = new StringBuilder("\n### Header: fields of every kind\n\n");
    Set<Class<?>> parts = new LinkedHashSet<>();
    table(Header.class, out, parts);
    for (Kind kind : Kind.values()) {
      out.append("### ").append(kind.label()).append("\n\n");
      out.append(text(source(kind.type()), kind.type())).append("\n\n");
      table(kind.type(), out, parts);
    }
    List<Class<?>> open = new ArrayList<>(parts);
    for (int i = 0; i < open.size(); i++) {
      out.append("### ").append(spoken(open.get(i))).append(" (inside others)\n\n");
      Set<Class<?>> more = new LinkedHashSet<>();
      table(open.get(i), out, more);
      more.stream().filter(part -> !open.contains(part)).forEach(open::add);
    }
    return out.toString();
  }

  private static void table(Class<?> type, StringBuilder out, Set<Class<?>> parts)
      throws IOException {
    out.append("| field | form | must | meaning |\n| --- | --- | --- | --- |\n");
    String source = source(type);
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional =
          component.getAnnotatedType().isAnnotationPresent(Nullable.class)
              || component.getType() == List.class;
      out.append("| `").append(component.getName()).append("` | ");
      out.append(form(component.getGenericType(), parts)).append(" | ");
      out.append(optional ? "" : "yes").append(" | ");
      out.append(meaning(source, type, component.getName())).append(" |\n");
    }
    out.append('\n');
  }

  private static String form(Type type, Set<Class<?>> parts) {
    if (type instanceof ParameterizedType list) {
      return "list of " + form(list.getActualTypeArguments()[0], parts);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return Arrays.stream(plain.getEnumConstants())
          .map(constant -> '`' + ((Words) constant).word() + '`')
          .collect(Collectors.joining(", "));
    }
    if (plain == Flow.class) {
      return "`kind` and body fields of the target";
    }
    if (plain.isRecord() && plain != Amount.class && plain != Unit.class && !isHash(plain)) {
      parts.add(plain);
    }
    return switch (plain.getSimpleName()) {
      case "String" -> "text";
      case "LocalDate" -> "date";
      case "int", "Integer", "long", "Long" -> "integer";
      default -> spoken(plain);
    };
  }

  /** The type's name in words. */
  private static String spoken(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static boolean isHash(Class<?> type) {
    return type.getSimpleName().equals("Hash");
  }

  private static String source(Class<?> type) throws IOException {
    return Files.readString(
        ProjectFiles.sources().resolve("entry/" + type.getSimpleName() + ".java"),
        StandardCharsets.UTF_8);
  }

  private static String text(String source, Class<?> type) {
    Matcher javadoc =
        Pattern.compile("/\\*\\*(.*?)(?:@param.*?)?\\*/\\s*public record", Pattern.DOTALL)
            .matcher(source);
    if (!javadoc.find()) {
      throw new IllegalStateException("no Javadoc on " + type);
    }
    return plain(javadoc.group(1));
  }

  private static String meaning(String source, Class<?> type, String name) {
    Matcher param =
        Pattern.compile("@param " + name + "\\s(.*?)(?=@param|\\*/)", Pattern.DOTALL)
            .matcher(source);
    String meaning = param.find() ? plain(param.group(1)) : GLOSSARY.get(name);
    if (meaning == null || meaning.isEmpty()) {
      throw new IllegalStateException("no meaning for " + name + " of " + type.getSimpleName());
    }
    return meaning;
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\n\\s*\\*", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link #?([^}]*)}", "`$1`")
        .replace("|", "\\|")
        .strip();
  }
}
