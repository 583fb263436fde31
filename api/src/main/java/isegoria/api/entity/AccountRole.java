package isegoria.api.entity;

/** A role as a badge on a profile. */
@SnakeCase
public record AccountRole(String id, String name, String color) {}
