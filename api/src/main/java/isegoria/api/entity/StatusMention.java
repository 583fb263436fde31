package isegoria.api.entity;

/** An account a post names. */
@SnakeCase
public record StatusMention(String id, String username, String url, String acct) {}
