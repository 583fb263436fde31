package isegoria.api.entity;

import org.jspecify.annotations.Nullable;

/** As much of an account as its picture needs. */
@SnakeCase
public record PartialAccount(
    String id,
    String acct,
    boolean locked,
    boolean bot,
    @Nullable String url,
    String avatar,
    String avatarStatic) {

  public static PartialAccount of(Account account) {
    return new PartialAccount(
        account.id(),
        account.acct(),
        account.locked(),
        account.bot(),
        account.url(),
        account.avatar(),
        account.avatarStatic());
  }
}
