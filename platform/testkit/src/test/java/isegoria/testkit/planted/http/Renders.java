package isegoria.testkit.planted.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;

/** Renders an account by rules of its own. */
public final class Renders {
  public Account account(String id, String name) {
    return Account.local(id, name, new Origin("https://is.example")).build();
  }
}
