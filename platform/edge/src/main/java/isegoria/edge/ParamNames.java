package isegoria.edge;

import isegoria.api.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Takes {@code a[b][]} apart into {@code a}, {@code b} and nothing. */
final class ParamNames {

  /** Deeper than any parameter of the API; nesting is what makes parsing expensive. */
  static final int DEPTH_MAX = 8;

  private ParamNames() {}

  /** A name whose brackets do not pair is one plain name. */
  static List<String> segments(String name) {
    int open = name.indexOf('[');
    if (open <= 0 || !name.endsWith("]")) {
      return List.of(name);
    }
    var segments = new ArrayList<String>();
    segments.add(name.substring(0, open));
    int at = open;
    while (at < name.length()) {
      int close = name.indexOf(']', at);
      if (name.charAt(at) != '[' || close < 0) {
        return List.of(name);
      }
      segments.add(name.substring(at + 1, close));
      at = close + 1;
      if (segments.size() > DEPTH_MAX) {
        throw new ApiException(Problem.BODY_NOT_READABLE);
      }
    }
    return segments;
  }
}
