package isegoria.api.entity;

import java.util.List;

/** What was found, by kind. */
@SnakeCase
public record Search(List<Account> accounts, List<Status> statuses, List<Tag> hashtags) {}
