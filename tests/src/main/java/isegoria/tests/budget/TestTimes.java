package isegoria.tests.budget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How long each test class took, slowest first, as surefire and failsafe have reported it. */
public record TestTimes(List<TestTime> all) {
  /** A module is at most two folders deep, and its reports are two more below it. */
  private static final int DEPTH_MAX = 5;

  public TestTimes {
    all = all.stream().sorted(Comparator.comparingDouble(TestTime::seconds).reversed()).toList();
  }

  /**
   * One class; what it starts when it is the first to need it counts as its own.
   *
   * @param name without its package
   */
  public record TestTime(String name, double seconds) {}

  /** Of every module below a project's directory. */
  public static TestTimes below(Path root) throws IOException {
    try (Stream<Path> reports = Files.find(root, DEPTH_MAX, (file, attributes) -> isReport(file))) {
      return new TestTimes(reports.map(TestTimes::read).toList());
    }
  }

  private static boolean isReport(Path file) {
    return file.toString().matches(".+/target/[a-z]+-reports/TEST-[^/]+\\.xml");
  }

  private static TestTime read(Path report) {
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      xml.nextTag();
      String name = xml.getAttributeValue(null, "name");
      double seconds = Double.parseDouble(xml.getAttributeValue(null, "time"));
      return new TestTime(name.substring(name.lastIndexOf('.') + 1), seconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(report + ": no report of tests", e);
    }
  }
}
