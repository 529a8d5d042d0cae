import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

// Reads the XML reports of all modules, lists failed and skipped tests and closes with the counts.
// The only argument names the steps that failed, empty if none did. Exits 0 only if all steps and
// all tests passed and at least one test ran.

record Case(String module, String name, double seconds, String outcome, String reason) {}

void main(String[] arguments) throws IOException, XMLStreamException {
  String failedSteps = arguments.length == 0 ? "" : arguments[0].strip();
  List<Case> cases = new ArrayList<>();
  for (Path report : reports()) {
    read(report, cases);
  }
  list("failed tests", cases, "failed");
  list("skipped tests and why", cases, "skipped");
  slowest(cases);
  long failed = count(cases, "failed");
  long passed = count(cases, "passed");
  boolean stepFailed = !failedSteps.isEmpty();
  if (stepFailed) {
    IO.println("failed steps: " + failedSteps);
  }
  if (cases.isEmpty()) {
    IO.println("no test ran");
  }
  IO.println(
      passed + " passed, " + failed + " failed, " + count(cases, "skipped") + " skipped");
  System.exit(failed == 0 && passed > 0 && !stepFailed ? 0 : 1);
}

Iterable<Path> reports() throws IOException {
  TreeSet<Path> found = new TreeSet<>();
  try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of("."))) {
    for (Path module : modules) {
      if (!Files.isDirectory(module.resolve("target"))) {
        continue;
      }
      try (DirectoryStream<Path> folders =
          Files.newDirectoryStream(module.resolve("target"), "*-reports")) {
        for (Path folder : folders) {
          try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            files.forEach(found::add);
          }
        }
      }
    }
  }
  return found;
}

void read(Path report, List<Case> cases) throws IOException, XMLStreamException {
  XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  String module = report.getName(1).toString();
  try (InputStream in = Files.newInputStream(report)) {
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    String name = "";
    double seconds = 0;
    String outcome = "passed";
    String reason = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "testcase" -> {
            name = attribute(xml, "classname") + "." + attribute(xml, "name");
            seconds = seconds(attribute(xml, "time"));
            outcome = "passed";
            reason = "";
          }
          case "failure", "error" -> {
            outcome = "failed";
            reason = reason(xml);
          }
          case "skipped" -> {
            outcome = "skipped";
            reason = reason(xml);
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
        cases.add(new Case(module, name, seconds, outcome, reason));
      }
    }
    xml.close();
  }
}

// Surefire writes the reason as an attribute or, for a failed assumption, as a stack trace.
String reason(XMLStreamReader xml) throws XMLStreamException {
  String message = attribute(xml, "message");
  String text = xml.getElementText();
  return message.isBlank() ? text.replaceFirst("^\\s*[\\w.$]+(Exception|Error): ", "") : message;
}

String attribute(XMLStreamReader xml, String name) {
  String value = xml.getAttributeValue(null, name);
  return value == null ? "" : value;
}

double seconds(String text) {
  return text.isEmpty() ? 0 : Double.parseDouble(text.replace(",", ""));
}

long count(List<Case> cases, String outcome) {
  return cases.stream().filter(one -> one.outcome().equals(outcome)).count();
}

void list(String title, List<Case> cases, String outcome) {
  if (count(cases, outcome) == 0) {
    return;
  }
  IO.println("== " + title);
  for (Case one : cases) {
    if (one.outcome().equals(outcome)) {
      String reason = one.reason().isBlank() ? "no reason given" : firstLine(one.reason());
      IO.println("  " + one.module() + ": " + one.name() + ": " + reason);
    }
  }
  IO.println("");
}

void slowest(List<Case> cases) {
  List<Case> slow =
      cases.stream()
          .filter(one -> one.seconds() >= 1)
          .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
          .limit(10)
          .toList();
  if (slow.isEmpty()) {
    return;
  }
  IO.println("== slowest tests");
  for (Case one : slow) {
    IO.println(
        String.format(Locale.ROOT, "%8.1f s  %s: %s", one.seconds(), one.module(), one.name()));
  }
  IO.println("");
}

String firstLine(String text) {
  return text.strip().lines().findFirst().orElse("");
}
