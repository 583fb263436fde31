package isegoria.edge;

import isegoria.api.error.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the parameters of one request within bounds. It reads bodies itself, because containers
 * parse forms of POST only, group repeated names, and know nothing of JSON.
 */
final class ParamReader {

  /** Bytes of a form or a JSON body: ten times the longest post with everything around it. */
  static final int BODY_BYTES_MAX = 1 << 20;

  /** Values in one request: forty ids, four fields and room to spare. */
  static final int VALUES_MAX = 1_000;

  /** Characters of one name. */
  static final int NAME_CHARACTERS_MAX = 200;

  private static final String ATTRIBUTE = Params.class.getName();

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(ParamNames.DEPTH_MAX)
                          .maxNumberLength(40)
                          .maxNameLength(NAME_CHARACTERS_MAX)
                          .maxStringLength(BODY_BYTES_MAX)
                          .build())
                  .build())
          .build();

  private final Param.Fields fields = new Param.Fields();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private int values;

  private ParamReader() {}

  /** What a request says; read once, however often it is asked. */
  static Params of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Params params) {
      return params;
    }
    var reader = new ParamReader();
    try {
      reader.read(request);
    } catch (IOException broken) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    }
    var params = new Params(reader.fields, reader.uploads);
    request.setAttribute(ATTRIBUTE, params);
    return params;
  }

  static Params ofForm(String form) {
    var reader = new ParamReader();
    reader.readForm(form);
    return new Params(reader.fields, reader.uploads);
  }

  static Params ofJson(String json) {
    var reader = new ParamReader();
    reader.readJson(json.getBytes(StandardCharsets.UTF_8));
    return new Params(reader.fields, reader.uploads);
  }

  private void read(HttpServletRequest request) throws IOException {
    String query = request.getQueryString();
    if (query != null) {
      readForm(query);
    }
    switch (kind(request.getContentType())) {
      case "application/json" -> readJson(body(request));
      case "application/x-www-form-urlencoded" -> readFormBody(request);
      case "multipart/form-data" -> readParts(request);
      default -> {
        if (request.getContentLengthLong() > 0 || body(request).length > 0) {
          throw new ApiException(Problem.CONTENT_TYPE_UNKNOWN);
        }
      }
    }
  }

  private static String kind(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType;
    int end = type.indexOf(';');
    String kind = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return kind.startsWith("application/") && kind.endsWith("+json") ? "application/json" : kind;
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BODY_BYTES_MAX) {
      throw new ApiException(Problem.TOO_LARGE);
    }
    byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    if (body.length > BODY_BYTES_MAX) {
      throw new ApiException(Problem.TOO_LARGE);
    }
    return body;
  }

  private void readFormBody(HttpServletRequest request) throws IOException {
    byte[] body = body(request);
    if (body.length == 0 && request.getContentLengthLong() > 0) {
      // A filter before us asked the container, which then read the body for itself.
      fields.values().clear();
      request
          .getParameterMap()
          .forEach((name, texts) -> List.of(texts).forEach(text -> put(name, text)));
      return;
    }
    var form = new ParamReader();
    form.readForm(new String(body, StandardCharsets.UTF_8));
    overlay(form);
  }

  /** What the body says wins over what the query says. */
  private void overlay(ParamReader body) {
    values += body.values;
    fields.values().putAll(body.fields.values());
    uploads.putAll(body.uploads);
  }

  private void readForm(String form) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    }
  }

  private void put(String name, String value) {
    count();
    if (name.length() > NAME_CHARACTERS_MAX) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    }
    fields.put(ParamNames.segments(name), value);
  }

  private void count() {
    if (++values > VALUES_MAX) {
      throw new ApiException(Problem.TOO_LARGE);
    }
  }

  private void readJson(byte[] body) {
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      return;
    }
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isNull()) {
        return;
      }
      if (!root.isObject()) {
        throw new ApiException(Problem.BODY_NOT_READABLE);
      }
      root.properties()
          .forEach(entry -> {
            Param value = param(entry.getValue());
            if (value != null) {
              fields.values().put(entry.getKey(), value);
            }
          });
    } catch (JacksonException malformed) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    }
  }

  private @Nullable Param param(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    count();
    if (node.isObject()) {
      var of = new Param.Fields();
      node.properties()
          .forEach(entry -> {
            Param value = param(entry.getValue());
            if (value != null) {
              of.values().put(entry.getKey(), value);
            }
          });
      return of;
    }
    if (node.isArray()) {
      var elements = new ArrayList<Param>();
      for (JsonNode element : node) {
        Param value = param(element);
        if (value != null) {
          elements.add(value);
        }
      }
      return new Param.Many(elements, false);
    }
    return new Param.Text(node.asString());
  }

  private void readParts(HttpServletRequest request) throws IOException {
    var body = new ParamReader();
    try {
      for (Part part : request.getParts()) {
        String name = part.getName();
        if (part.getSubmittedFileName() == null) {
          if (part.getSize() > BODY_BYTES_MAX) {
            throw new ApiException(Problem.TOO_LARGE);
          }
          try (InputStream in = part.getInputStream()) {
            body.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        } else if (part.getSize() > 0) {
          body.count();
          body.uploads.put(name, new Upload(part));
        }
      }
    } catch (ServletException malformed) {
      throw new ApiException(Problem.BODY_NOT_READABLE);
    } catch (IllegalStateException beyondBounds) {
      throw new ApiException(Problem.TOO_LARGE);
    }
    overlay(body);
  }
}
