package isegoria.benchmarks.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One curve on logarithmic axes, as SVG.
 *
 * @param x what is varied
 * @param y what is measured
 * @param points both above 0, at least one
 */
record Panel(String x, String y, List<Point> points) {
  static final int WIDTH = 360;
  static final int HEIGHT = 300;

  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 16;
  private static final int BOTTOM = 56;

  Panel {
    points = points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
  }

  /** One measurement. */
  record Point(double x, double y) {
    Point {
      if (x <= 0 || y <= 0) {
        throw new IllegalArgumentException("point: " + x + ", " + y + " (expected: above 0)");
      }
    }
  }

  /** Drawn so far from the left. */
  String svg(int offset) {
    var scale = new Scale(Axis.of(points, Point::x), Axis.of(points, Point::y));
    var svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<g transform=\"translate(%d 0)\">", offset));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>",
            LEFT,
            TOP,
            WIDTH - LEFT - RIGHT,
            HEIGHT - TOP - BOTTOM));
    for (double tick : scale.x.ticks()) {
      double at = scale.left(tick);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#ddd\"/>",
              at,
              TOP,
              HEIGHT - BOTTOM));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              at,
              HEIGHT - BOTTOM + 16,
              shown(tick)));
    }
    for (double tick : scale.y.ticks()) {
      double at = scale.top(tick);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%2$d\" x2=\"%3$d\" y1=\"%1$.1f\" y2=\"%1$.1f\" stroke=\"#ddd\"/>",
              at,
              LEFT,
              WIDTH - RIGHT));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              LEFT - 6,
              at + 4,
              shown(tick)));
    }
    var line = new StringBuilder();
    for (Point point : points) {
      double left = scale.left(point.x());
      double top = scale.top(point.y());
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", left, top));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1f5fa8\"/>",
              left,
              top));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fa8\"/>",
            line.toString().strip()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 16,
            x));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
            (TOP + HEIGHT - BOTTOM) / 2,
            y));
    svg.append("</g>\n");
    return svg.toString();
  }

  private static String shown(double tick) {
    return tick >= 1_000_000
        ? "%.0f M".formatted(tick / 1_000_000)
        : tick >= 1_000 ? "%.0f k".formatted(tick / 1_000) : "%.0f".formatted(tick);
  }

  /** Places of values in the picture. */
  private record Scale(Axis x, Axis y) {
    double left(double value) {
      return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    double top(double value) {
      return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }
  }

  /** Whole powers of ten around all values. */
  private record Axis(int from, int to) {
    static Axis of(List<Point> points, ToDoubleFunction<Point> of) {
      double least = points.stream().mapToDouble(of).min().orElseThrow();
      double most = points.stream().mapToDouble(of).max().orElseThrow();
      int from = (int) Math.floor(Math.log10(least));
      return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))));
    }

    double share(double value) {
      return (Math.log10(value) - from) / (to - from);
    }

    double[] ticks() {
      double[] ticks = new double[to - from + 1];
      for (int power = from; power <= to; power++) {
        ticks[power - from] = Math.pow(10, power);
      }
      return ticks;
    }
  }
}
