package isegoria.eventsourcing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import isegoria.eventsourcing.StoredName;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Sealed records to and from JSON, for what only one service reads: commands, outcomes, stores.
 *
 * <p>It exists so that the pure packages need no codec of their own: a record that implements a
 * sealed interface is tagged with its {@link StoredName}. What other services read is Avro, written
 * by hand.
 */
public final class SealedJson<T> {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new SealedTypes())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(ignored -> JsonInclude.Value.ALL_NON_NULL)
          .build();

  private final ObjectWriter writer;
  private final ObjectReader reader;

  private SealedJson(JavaType type) {
    this.writer = MAPPER.writerFor(type);
    this.reader = MAPPER.readerFor(type);
  }

  public static <T> SealedJson<T> of(Class<T> type) {
    requireNames(type);
    return new SealedJson<>(MAPPER.constructType(type));
  }

  /** The codec of a generic record, such as an outcome of one aggregate type. */
  public static <T> SealedJson<T> of(Class<?> generic, Class<?>... arguments) {
    requireNames(arguments);
    return new SealedJson<>(MAPPER.getTypeFactory().constructParametricType(generic, arguments));
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
    return bytes.length == 0 ? "" : MAPPER.readTree(bytes).path(component).asString("");
  }

  public byte[] encode(T value) {
    return writer.writeValueAsBytes(value);
  }

  /** Reads a value; throws {@code IllegalArgumentException} for bytes that are not one. */
  public T decode(byte[] bytes) {
    try {
      return reader.readValue(bytes);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "record: " + bytes.length + " bytes that are not the JSON of their type", e);
    }
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
