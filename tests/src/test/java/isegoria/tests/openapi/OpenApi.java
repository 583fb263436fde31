package isegoria.tests.openapi;

import isegoria.api.ApiJson;
import isegoria.api.endpoint.Access;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.entity.ApiError;
import isegoria.api.scope.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OpenAPI 3.1 document of some endpoints: paths, who may ask, and the entities of the answers.
 * Parameters beside those of the path and of paging are not described; bodies are any object.
 */
final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
  private static final List<String> PAGING = List.of("limit", "max_id", "since_id", "min_id");

  private final Schemas schemas = new Schemas();
  private final Map<String, Map<String, Object>> paths = new TreeMap<>();

  OpenApi(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      paths
          .computeIfAbsent(endpoint.path(), _ -> new TreeMap<>())
          .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
    }
  }

  Map<String, Map<String, Object>> schemas() {
    return schemas.all();
  }

  private Map<String, Object> operation(Endpoint endpoint) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", operationId(endpoint));
    operation.put("tags", List.of(tag(endpoint)));
    List<Object> parameters = new ArrayList<>();
    VARIABLE
        .matcher(endpoint.path())
        .results()
        .map(MatchResult::group)
        .forEach(name ->
            parameters.add(
                Map.of("$ref", "#/components/parameters/" + name.substring(1, name.length() - 1))));
    boolean read = endpoint.method().equals("GET");
    if (read && endpoint.returns().startsWith("[")) {
      PAGING.forEach(name -> parameters.add(Map.of("$ref", "#/components/parameters/" + name)));
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (!read) {
      operation.put("requestBody", Map.of("$ref", "#/components/requestBodies/Fields"));
    }
    operation.put("responses", responses(endpoint));
    operation.put("security", security(endpoint.access()));
    return operation;
  }

  private Map<String, Object> responses(Endpoint endpoint) {
    Map<String, Object> ok = new LinkedHashMap<>();
    ok.put("description", "OK");
    if (!endpoint.returns().equals("-")) {
      ok.put(
          "content",
          Map.of("application/json", Map.of("schema", schemas.ofReturn(endpoint.returns()))));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", ok);
    responses.put("default", Map.of("$ref", "#/components/responses/Error"));
    return responses;
  }

  /** One requirement for each scope, since one is enough; an empty one where none is needed. */
  private static List<Map<String, Object>> security(Access access) {
    List<Map<String, Object>> any = new ArrayList<>();
    if (access.caller() == Access.Caller.PUBLIC) {
      any.add(Map.of());
    }
    if (access.scopes().isEmpty()) {
      any.add(Map.of("token", List.of()));
    }
    access.scopes().forEach(scope -> any.add(Map.of("token", List.of(scope))));
    return any;
  }

  private static String operationId(Endpoint endpoint) {
    String words =
        VARIABLE.matcher(endpoint.path()).replaceAll("by $1").replaceAll("[^A-Za-z0-9]+", "_");
    return endpoint.method().toLowerCase(Locale.ROOT) + words;
  }

  private static String tag(Endpoint endpoint) {
    return Stream.of(endpoint.path().split("/", -1))
        .filter(word -> !word.isEmpty() && !word.equals("api") && !word.matches("v\\d.*"))
        .findFirst()
        .orElse("root");
  }

  /** One line for each operation and each schema, so that a difference can be read. */
  String json() {
    Map<String, Object> error =
        Map.of(
            "description",
            "An error, as the text that clients show",
            "content",
            Map.of("application/json", Map.of("schema", schemas.reference(ApiError.class))));
    StringBuilder text = new StringBuilder();
    text.append("{\n\"openapi\": \"3.1.0\",\n\"info\": ")
        .append(line(info()))
        .append(",\n\"paths\": {\n");
    text.append(
        paths.entrySet().stream()
            .map(path -> "%s: {\n%s}".formatted(line(path.getKey()), lines(path.getValue())))
            .collect(Collectors.joining(",\n")));
    text.append("},\n\"components\": {\n\"schemas\": {\n").append(lines(schemas.all()));
    text.append("},\n\"parameters\": {\n").append(lines(parameters()));
    text.append("},\n\"requestBodies\": {\n").append(lines(Map.of("Fields", fields())));
    text.append("},\n\"responses\": {\n").append(lines(Map.of("Error", error)));
    text.append("},\n\"securitySchemes\": {\n").append(lines(Map.of("token", token())));
    return text.append("}}}\n").toString();
  }

  private static Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Isegoria");
    info.put(
        "description",
        "The client API of Mastodon as this server offers it. What is not listed answers an empty"
            + " list or object, 404 or 501.");
    info.put("version", "1");
    return info;
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new TreeMap<>();
    for (String path : paths.keySet()) {
      VARIABLE
          .matcher(path)
          .results()
          .map(found -> found.group(1))
          .forEach(name -> parameters.put(name, parameter(name, "path", "string")));
    }
    for (String name : PAGING) {
      parameters.put(name, parameter(name, "query", name.equals("limit") ? "integer" : "string"));
    }
    return parameters;
  }

  private static Map<String, Object> parameter(String name, String in, String type) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", in.equals("path"));
    parameter.put("schema", Map.of("type", type));
    return parameter;
  }

  private static Map<String, Object> fields() {
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type :
        List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data")) {
      content.put(type, Map.of("schema", Map.of("type", "object")));
    }
    return Map.of("content", content);
  }

  private static Map<String, Object> token() {
    Map<String, Object> scopes = new LinkedHashMap<>();
    Scopes.SUPPORTED.forEach(scope -> scopes.put(scope, ""));
    Map<String, Object> flow = new LinkedHashMap<>();
    flow.put("authorizationUrl", "/oauth/authorize");
    flow.put("tokenUrl", "/oauth/token");
    flow.put("scopes", scopes);
    Map<String, Object> token = new LinkedHashMap<>();
    token.put("type", "oauth2");
    token.put("flows", Map.of("authorizationCode", flow));
    return token;
  }

  private static String lines(Map<String, ?> members) {
    return members.entrySet().stream()
        .map(member -> line(member.getKey()) + ": " + line(member.getValue()))
        .collect(Collectors.joining(",\n"));
  }

  private static String line(Object value) {
    return ApiJson.write(sorted(value));
  }

  /** Maps of the JDK have no order of their own; a file that is compared needs one. */
  private static Object sorted(Object value) {
    return switch (value) {
      case LinkedHashMap<?, ?> kept -> each(kept, new LinkedHashMap<>());
      case Map<?, ?> map -> each(map, new TreeMap<>());
      case List<?> list -> list.stream().map(OpenApi::sorted).toList();
      default -> value;
    };
  }

  private static Map<Object, Object> each(Map<?, ?> from, Map<Object, Object> into) {
    from.forEach((key, member) -> into.put(key, sorted(member)));
    return into;
  }
}
