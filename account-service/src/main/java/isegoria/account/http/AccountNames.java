package isegoria.account.http;

import isegoria.api.Origin;
import isegoria.edge.ApiException;
import java.util.Locale;

/** Names as people write them: with an at sign or without, with this server's domain or without. */
final class AccountNames {

  private AccountNames() {}

  /** The bare name; 404 where the domain is another's, because no other server is known. */
  static String local(String written, Origin origin) {
    String name = written.strip();
    if (name.startsWith("@")) {
      name = name.substring(1);
    }
    int at = name.indexOf('@');
    if (at < 0) {
      return name;
    }
    String domain = name.substring(at + 1).toLowerCase(Locale.ROOT);
    if (!domain.equals(origin.domain().toLowerCase(Locale.ROOT))) {
      throw ApiException.notFound();
    }
    return name.substring(0, at);
  }
}
