package isegoria.eventsourcing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import isegoria.eventsourcing.StoredName;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sealed records to and from JSON, for what only one service reads: commands, outcomes, stores.
 *
 * <p>It exists so that the pure packages need no codec of their own: a record that implements a
 * sealed interface is tagged with its {@link StoredName}. What other services read is Avro, written
 * by hand.
 *
 * <p>Before the JSON stand the version of its shape and a space, as in {@code 2 {"state":…}}; bytes
 * that begin with the JSON are of version 1.
 */
public final class SealedJson<T> {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new SealedTypes())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(ignored -> JsonInclude.Value.ALL_NON_NULL)
          .build();

  /** Digits of a version: nothing is ever stored in a million shapes. */
  private static final int VERSION_DIGITS_MAX = 6;

  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final List<Consumer<ObjectNode>> upcasters;
  private final byte[] prefix;

  private SealedJson(List<Consumer<ObjectNode>> upcasters, JavaType type) {
    this.writer = MAPPER.writerFor(type);
    this.reader = MAPPER.readerFor(type);
    this.upcasters = List.copyOf(upcasters);
    this.prefix = (version() + " ").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The codec of a type.
   *
   * @param upcasters from each version to the next; the first reads version 1
   */
  public static <T> SealedJson<T> of(List<Consumer<ObjectNode>> upcasters, Class<T> type) {
    requireNames(type);
    return new SealedJson<>(upcasters, MAPPER.constructType(type));
  }

  /** The codec of a generic record, such as an outcome of one aggregate type's types. */
  public static <T> SealedJson<T> of(
      List<Consumer<ObjectNode>> upcasters, Class<?> generic, Class<?>... arguments) {
    requireNames(arguments);
    return new SealedJson<>(
        upcasters, MAPPER.getTypeFactory().constructParametricType(generic, arguments));
  }

  /** A value as a tree of JSON, whatever its type and its version. */
  public static JsonNode treeOf(byte[] bytes) {
    int begin = begin(bytes);
    return MAPPER.readTree(bytes, begin, bytes.length - begin);
  }

  /** A service whose stored members lack names must not start, so they are looked up at once. */
  private static void requireNames(Class<?>... types) {
    for (Class<?> type : types) {
      if (type.isSealed()) {
        storedNames(type);
      }
    }
  }

  /** One text of a record whose type is not known yet; empty when it is not there. */
  public static String textOf(byte[] bytes, String component) {
    return bytes.length == 0 ? "" : treeOf(bytes).path(component).asString("");
  }

  /** The version of what is written. */
  public int version() {
    return upcasters.size() + 1;
  }

  public byte[] encode(T value) {
    byte[] json = writer.writeValueAsBytes(value);
    byte[] bytes = Arrays.copyOf(prefix, prefix.length + json.length);
    System.arraycopy(json, 0, bytes, prefix.length, json.length);
    return bytes;
  }

  /** Reads a value; throws {@code IllegalArgumentException} for bytes that are not one. */
  public T decode(byte[] bytes) {
    int begin = begin(bytes);
    int version =
        begin == 0
            ? 1
            : Integer.parseInt(new String(bytes, 0, begin - 1, StandardCharsets.US_ASCII));
    if (version < 1 || version > version()) {
      throw new IllegalArgumentException(
          "version of a record: " + version + " (expected: 1 to " + version() + ")");
    }
    try {
      return version == version()
          ? reader.readValue(bytes, begin, bytes.length - begin)
          : reader.readValue(upcast(treeOf(bytes), version));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "record: " + bytes.length + " bytes that are not the JSON of their type", e);
    }
  }

  private JsonNode upcast(JsonNode tree, int version) {
    if (tree instanceof ObjectNode record) {
      upcasters.subList(version - 1, upcasters.size()).forEach(each -> each.accept(record));
    }
    return tree;
  }

  /** Where the JSON begins: behind the version, where there is one. */
  private static int begin(byte[] bytes) {
    int digits = 0;
    while (digits < Math.min(bytes.length, VERSION_DIGITS_MAX)
        && bytes[digits] >= '0'
        && bytes[digits] <= '9') {
      digits++;
    }
    return digits > 0 && digits < bytes.length && bytes[digits] == ' ' ? digits + 1 : 0;
  }

  /** Tags each member of a sealed interface with its stored name. */
  private static final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final JsonTypeInfo.Value TAG =
        JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "@type", null, false, true);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return annotated.getRawType().isSealed() ? TAG : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      Class<?> raw = annotated.getRawType();
      if (!raw.isSealed()) {
        return null;
      }
      List<NamedType> names = new ArrayList<>();
      storedNames(raw).forEach((name, member) -> names.add(new NamedType(member, name)));
      return names;
    }
  }

  /**
   * The members of a sealed interface by their stored names.
   *
   * @throws IllegalStateException when a member has none, or two have the same
   */
  static Map<String, Class<?>> storedNames(Class<?> sealed) {
    Map<String, Class<?>> members = new LinkedHashMap<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      Map<String, Class<?>> found =
          permitted.isSealed() ? storedNames(permitted) : Map.of(storedName(permitted), permitted);
      found.forEach((name, member) -> {
        Class<?> other = members.put(name, member);
        if (other != null) {
          throw new IllegalStateException(
              "stored name " + name + ": " + other.getName() + " and " + member.getName());
        }
      });
    }
    return members;
  }

  private static String storedName(Class<?> member) {
    StoredName name = member.getAnnotation(StoredName.class);
    if (name == null) {
      throw new IllegalStateException(member.getName() + ": no @StoredName (expected: a literal)");
    }
    return name.value();
  }

  @Override
  public String toString() {
    Type type = reader.getValueType();
    return "json of " + type;
  }
}
