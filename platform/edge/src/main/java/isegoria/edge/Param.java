package isegoria.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a name may stand for among the parameters of a request. */
sealed interface Param {

  record Text(String value) implements Param {}

  /**
   * @param repeated whether this came of a plain name sent twice, which is read as its last value
   *     where one value is expected
   */
  record Many(List<Param> values, boolean repeated) implements Param {

    @Nullable Param element(String index) {
      return index.matches("\\d{1,4}") && Integer.parseInt(index) < values.size()
          ? values.get(Integer.parseInt(index))
          : null;
    }
  }

  record Fields(Map<String, Param> values) implements Param {

    Fields() {
      this(new LinkedHashMap<>());
    }

    /** Puts a value under a name in brackets, as Rails reads {@code a[b][]=1}. */
    void put(List<String> name, String value) {
      put(name, 0, new Text(value));
    }

    /** What stands under a name in brackets, or null. */
    @Nullable Param at(List<String> name) {
      Param found = this;
      for (String segment : name) {
        found =
            switch (found) {
              case Fields fields -> fields.values.get(segment);
              case Many many -> many.element(segment);
              case Text _ -> null;
            };
        if (found == null) {
          return null;
        }
      }
      return found;
    }

    private void put(List<String> name, int at, Param value) {
      String key = name.get(at);
      if (at == name.size() - 1) {
        values.merge(key, value, Fields::repeat);
      } else if (name.get(at + 1).isEmpty()) {
        append(many(key), name, at + 2, value);
      } else {
        fields(key).put(name, at + 1, value);
      }
    }

    private static void append(Many many, List<String> name, int at, Param value) {
      if (at >= name.size()) {
        many.values.add(value);
        return;
      }
      // A list of objects: the next object begins where a field comes again.
      Fields last =
          !many.values.isEmpty() && many.values.getLast() instanceof Fields fields ? fields : null;
      if (last == null || last.at(name.subList(at, name.size())) != null) {
        last = new Fields();
        many.values.add(last);
      }
      last.put(name, at, value);
    }

    private Many many(String key) {
      Many many =
          switch (values.get(key)) {
            case Many present -> present;
            case Text text -> new Many(new ArrayList<>(List.of(text)), false);
            case Fields _ -> throw ApiException.wrong(key, "either a list or an object");
            case null -> new Many(new ArrayList<>(), false);
          };
      values.put(key, many);
      return many;
    }

    private Fields fields(String key) {
      Fields fields =
          switch (values.get(key)) {
            case Fields present -> present;
            case null -> new Fields();
            default -> throw ApiException.wrong(key, "either a list, an object or a text");
          };
      values.put(key, fields);
      return fields;
    }

    private static Param repeat(Param before, Param value) {
      return switch (before) {
        case Text text -> new Many(new ArrayList<>(List.of(text, value)), true);
        case Many many -> {
          many.values.add(value);
          yield many;
        }
        case Fields _ -> value;
      };
    }

    /** The values if the keys are indexes, in the order of these; null if they are names. */
    @Nullable List<Param> indexed() {
      return values.keySet().stream().allMatch(key -> key.matches("\\d{1,4}"))
          ? values.entrySet().stream()
              .sorted(Comparator.comparingInt(e -> Integer.parseInt(e.getKey())))
              .map(Map.Entry::getValue)
              .toList()
          : null;
    }
  }
}
