package isegoria.api.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thread of direct posts. */
@SnakeCase
public record Conversation(
    String id, boolean unread, List<Account> accounts, @Nullable Status lastStatus) {}
