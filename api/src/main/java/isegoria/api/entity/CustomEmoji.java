package isegoria.api.entity;

import org.jspecify.annotations.Nullable;

/** A picture that stands for {@code :shortcode:}. */
@SnakeCase
public record CustomEmoji(
    String shortcode,
    String url,
    String staticUrl,
    boolean visibleInPicker,
    @Nullable String category) {}
