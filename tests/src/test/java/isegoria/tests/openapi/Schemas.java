package isegoria.tests.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import isegoria.api.ApiJson;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of entities, from their records: a component that may be null says so, and one that
 * is left out when it is null is not required.
 */
final class Schemas {
  private static final String ENTITIES = "isegoria.api.entity.";

  private final Map<String, Map<String, Object>> found = new TreeMap<>();

  /** Of what an endpoint returns: an entity by its name, or a list of them in brackets. */
  Map<String, Object> ofReturn(String name) {
    if (name.startsWith("[")) {
      return Map.of("type", "array", "items", ofReturn(name.substring(1, name.length() - 1)));
    }
    if (name.equals("String")) {
      return Map.of("type", "string");
    }
    return entity(name).map(this::reference).orElse(Map.of("type", "object"));
  }

  /** Those that were referred to so far, by name. */
  Map<String, Map<String, Object>> all() {
    return found;
  }

  static Optional<Class<?>> entity(String name) {
    try {
      return Optional.of(Class.forName(ENTITIES + name));
    } catch (ClassNotFoundException elsewhere) {
      return Optional.empty();
    }
  }

  Map<String, Object> reference(Class<?> type) {
    String name = type.getName().substring(ENTITIES.length()).replace('$', '.');
    if (!found.containsKey(name)) {
      // In place before its components are looked at: a post holds posts.
      found.put(name, Map.of());
      found.put(name, ofRecord(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> ofRecord(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + ": no record");
    }
    List<Object> parts = new ArrayList<>();
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        parts.add(reference(component.getType()));
        continue;
      }
      String key = key(type, component);
      properties.put(key, of(component.getAnnotatedType()));
      if (component.getAccessor().getAnnotation(JsonInclude.class) == null) {
        required.add(key);
      }
    }
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("type", "object");
    own.put("properties", properties);
    own.put("required", required);
    if (parts.isEmpty()) {
      return own;
    }
    parts.add(own);
    return Map.of("allOf", parts);
  }

  private static String key(Class<?> type, RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    if (named != null && !named.value().isEmpty()) {
      return named.value();
    }
    boolean snake =
        Arrays.stream(type.getAnnotations())
            .anyMatch(each -> each.annotationType().getSimpleName().equals("SnakeCase"));
    return snake ? snakeCase(component.getName()) : component.getName();
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> of(AnnotatedType component) {
    Map<String, Object> schema = of(component.getType());
    if (!component.isAnnotationPresent(Nullable.class) || schema.isEmpty()) {
      return schema;
    }
    Object type = schema.get("type");
    if (type == null || schema.containsKey("enum")) {
      return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }
    Map<String, Object> nullable = new LinkedHashMap<>(schema);
    nullable.put("type", List.of(type, "null"));
    return nullable;
  }

  private Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<Type> arguments = List.of(generic.getActualTypeArguments());
      return generic.getRawType() == List.class
          ? ordered("type", "array", "items", of(arguments.getFirst()))
          : ordered("type", "object", "additionalProperties", of(arguments.getLast()));
    }
    if (!(type instanceof Class<?> known)) {
      throw new IllegalArgumentException(type + ": neither a class nor a list nor a map");
    }
    return switch (known.getName()) {
      case "java.lang.String" -> Map.of("type", "string");
      case "boolean", "java.lang.Boolean" -> Map.of("type", "boolean");
      case "int", "long", "java.lang.Integer", "java.lang.Long" -> Map.of("type", "integer");
      case "double", "java.lang.Double" -> Map.of("type", "number");
      case "java.lang.Object" -> Map.of();
      default -> ofOther(known);
    };
  }

  private Map<String, Object> ofOther(Class<?> type) {
    if (type == Instant.class) {
      return ordered("type", "string", "format", "date-time");
    }
    if (type == LocalDate.class) {
      return ordered("type", "string", "format", "date");
    }
    return type.isEnum() ? words(type) : reference(type);
  }

  private static Map<String, Object> words(Class<?> type) {
    if (Arrays.stream(type.getMethods()).noneMatch(m -> m.isAnnotationPresent(JsonValue.class))) {
      throw new IllegalArgumentException(type + ": an enum without its words");
    }
    List<Object> words =
        Arrays.stream(type.getEnumConstants())
            .<Object>map(each -> ApiJson.MAPPER.valueToTree(each).asString())
            .toList();
    return ordered("type", "string", "enum", words);
  }

  private static Map<String, Object> ordered(String first, Object a, String second, Object b) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(first, a);
    schema.put(second, b);
    return schema;
  }
}
