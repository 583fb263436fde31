package isegoria.api.entity;

/** The text of a post as it was typed. */
@SnakeCase
public record StatusSource(String id, String text, String spoilerText) {}
