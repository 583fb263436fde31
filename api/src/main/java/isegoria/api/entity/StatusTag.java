package isegoria.api.entity;

/** A tag on a post; the name is in lower case and without the sign. */
@SnakeCase
public record StatusTag(String name, String url) {}
