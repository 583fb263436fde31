package isegoria.api.entity;

/** A list of accounts that its owner made; the API calls it a List. */
@SnakeCase
public record AccountList(String id, String title, String repliesPolicy, boolean exclusive) {}
