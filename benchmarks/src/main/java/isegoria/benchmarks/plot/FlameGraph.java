package isegoria.benchmarks.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stacks and what they took, as a picture: what is called stands below its caller, and is as wide
 * as its share.
 */
public final class FlameGraph {
  private static final int WIDTH = 1_600;
  private static final int ROW = 16;
  private static final int LETTER = 7;

  /** Frames of a smaller share are left out: they are too narrow to see. */
  private static final double SHARE_MIN = 0.002;

  private static final int DEPTH_MAX = 60;

  private final Frame root;

  /** Names what all stacks begin with. */
  public FlameGraph(String name) {
    this.root = new Frame(name);
  }

  private static final class Frame {
    private final String name;
    private final Map<String, Frame> callees = new LinkedHashMap<>();
    private double weight;

    private Frame(String name) {
      this.name = name;
    }

    private int depth(double least) {
      return 1
          + callees.values().stream()
              .filter(callee -> callee.weight >= least)
              .mapToInt(callee -> callee.depth(least))
              .max()
              .orElse(0);
    }
  }

  /** Adds what a stack took, its outermost frame first. */
  public void add(List<String> stack, double weight) {
    Frame frame = root;
    frame.weight += weight;
    for (String name : stack.subList(0, Math.min(stack.size(), DEPTH_MAX))) {
      frame = frame.callees.computeIfAbsent(name, Frame::new);
      frame.weight += weight;
    }
  }

  public String svg() {
    double least = root.weight * SHARE_MIN;
    int height = (root.depth(least) + 1) * ROW;
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"%s>\n"
            .formatted(WIDTH, height, " font-family=\"monospace\" font-size=\"11\""));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    draw(root, 0, 0, least, svg);
    return svg.append("</svg>\n").toString();
  }

  private void draw(Frame frame, double left, int row, double least, StringBuilder svg) {
    double width = frame.weight / root.weight * WIDTH;
    String title = "%s: %.1f %%".formatted(frame.name, frame.weight / root.weight * 100);
    svg.append("<g><title>").append(escaped(title)).append("</title>");
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
            left,
            row * ROW,
            Math.max(0.4, width - 0.4),
            ROW - 1,
            colour(frame.name)));
    int letters = (int) (width / LETTER) - 1;
    if (letters > 2) {
      String shown = shortened(simple(frame.name), letters);
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\">%s</text>",
              left + 3,
              row * ROW + 12,
              escaped(shown)));
    }
    svg.append("</g>\n");
    var callees = new ArrayList<>(frame.callees.values());
    callees.sort(Comparator.comparingDouble((Frame callee) -> callee.weight).reversed());
    double at = left;
    for (Frame callee : callees) {
      if (callee.weight >= least) {
        draw(callee, at, row + 1, least, svg);
      }
      at += callee.weight / root.weight * WIDTH;
    }
  }

  /** A method with its class, without the package. */
  private static String simple(String name) {
    int method = name.lastIndexOf('.');
    return name.indexOf(' ') < 0 && method > 0
        ? name.substring(name.lastIndexOf('.', method - 1) + 1)
        : name;
  }

  private static String shortened(String name, int letters) {
    return name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
  }

  /** Ours apart from libraries, and these apart from processes and threads. */
  private static String colour(String name) {
    if (name.startsWith("isegoria.")) {
      return "#f4a259";
    }
    if (name.startsWith("org.apache.kafka.") || name.startsWith("kafka.")) {
      return "#9ccbd6";
    }
    if (name.startsWith("org.apache.cassandra.") || name.startsWith("com.datastax.")) {
      return "#b5d99c";
    }
    return name.indexOf('.') > 0 ? "#e6dcc8" : "#d0d0d0";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
