package isegoria.account.http;

import isegoria.account.write.account.ProfileChange;
import isegoria.account.write.account.ProfileField;
import isegoria.account.write.account.SettingsChange;
import isegoria.api.text.Characters;
import isegoria.api.text.LanguageTag;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An edit of one's own account, as it was sent: parsed once, within the limits. */
record ProfileParameters(ProfileChange profile, @Nullable SettingsChange settings) {

  static final int DISPLAY_NAME_MAX = 30;
  static final int NOTE_MAX = 500;
  static final int FIELDS_MAX = 4;
  static final int FIELD_MAX = 255;

  private static final Set<String> PRIVACIES = Set.of("public", "unlisted", "private", "direct");

  private static final Set<String> QUOTE_POLICIES = Set.of("public", "followers", "nobody");

  static ProfileParameters of(Params params) {
    return new ProfileParameters(
        new ProfileChange(
            mapped(params.text("display_name"), ProfileParameters::displayName),
            mapped(params.text("note"), ProfileParameters::note),
            fields(params),
            params.flag("locked"),
            params.flag("bot"),
            params.flag("discoverable"),
            params.flag("indexable"),
            params.flag("hide_collections")),
        settings(params));
  }

  private static @Nullable String mapped(@Nullable String raw, UnaryOperator<String> parse) {
    return raw == null ? null : parse.apply(raw);
  }

  static String displayName(String raw) {
    return line(raw, "Display name", DISPLAY_NAME_MAX);
  }

  static String note(String raw) {
    String note = Characters.regular(raw);
    requireLength(note, "Note", NOTE_MAX);
    return note;
  }

  private static String line(String raw, String what, int max) {
    String line = Characters.regularLine(raw);
    requireLength(line, what, max);
    return line;
  }

  private static void requireLength(String text, String what, int max) {
    if (Characters.count(text) > max) {
      throw ApiException.invalid("%s is too long (maximum is %d characters)".formatted(what, max));
    }
  }

  private static @Nullable List<ProfileField> fields(Params params) {
    if (!params.has("fields_attributes")) {
      return null;
    }
    List<ProfileField> fields = new ArrayList<>();
    for (Params field : params.maps("fields_attributes")) {
      String name = line(field.text("name", ""), "Field label", FIELD_MAX);
      String value = line(field.text("value", ""), "Field value", FIELD_MAX);
      if (!name.isEmpty() || !value.isEmpty()) {
        fields.add(new ProfileField(name, value));
      }
    }
    if (fields.size() > FIELDS_MAX) {
      throw ApiException.invalid("Fields can't be more than " + FIELDS_MAX);
    }
    return fields;
  }

  private static @Nullable SettingsChange settings(Params params) {
    Params source = params.map("source");
    if (source.names().isEmpty()) {
      return null;
    }
    return new SettingsChange(
        oneOf(source.text("privacy"), PRIVACIES, "Privacy"),
        source.flag("sensitive"),
        mapped(source.text("language"), ProfileParameters::language),
        oneOf(source.text("quote_policy"), QUOTE_POLICIES, "Quote policy"));
  }

  /** An empty word is none, and stays what it is. */
  private static String language(String word) {
    return word.isEmpty()
        ? word
        : LanguageTag.of(word).orElseThrow(() -> ApiException.invalid("Language is invalid"));
  }

  private static @Nullable String oneOf(@Nullable String word, Set<String> words, String what) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    if (!words.contains(word)) {
      throw ApiException.invalid(what + " is not included in the list");
    }
    return word;
  }
}
