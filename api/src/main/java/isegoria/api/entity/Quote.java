package isegoria.api.entity;

import org.jspecify.annotations.Nullable;

/** A post shown inside another, or why it is not shown. */
@SnakeCase
public record Quote(String state, @Nullable Status quotedStatus) {}
