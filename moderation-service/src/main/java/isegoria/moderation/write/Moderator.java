package isegoria.moderation.write;

import isegoria.events.AccountId;

/** Somebody who acts on others, with the authority they had when they asked. */
public record Moderator(AccountId id, Authority authority) {

  public boolean mayModerate() {
    return authority.mayModerate();
  }
}
