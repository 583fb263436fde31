package isegoria.api.entity;

import org.jspecify.annotations.Nullable;

/** The app a post was written with. */
@SnakeCase
public record StatusApplication(String name, @Nullable String website) {}
