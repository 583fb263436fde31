package isegoria.moderation.write;

import isegoria.events.AccountId;

/** An account that acts on others, with the authority that it had when it asked. */
public record Moderator(AccountId id, Authority authority) {

  public boolean mayModerate() {
    return authority.mayModerate();
  }
}
