package isegoria.gateway.route;

import static isegoria.gateway.route.ClientRoute.route;
import static isegoria.gateway.route.ClientRoute.withoutToken;
import static isegoria.gateway.upstream.Upstream.ACCOUNT;

import java.util.List;
import org.springframework.http.HttpMethod;

/** Accounts, OAuth, relationships, preferences: account-service. */
final class AccountRoutes {
  /** An account's posts live under its path but in timeline-service, whose routes come first. */
  static final List<ClientRoute> ROUTES =
      List.of(
          route("account-userinfo", ACCOUNT, "/oauth/userinfo"),
          withoutToken(
              "account-oauth",
              ACCOUNT,
              List.of(),
              "/oauth/**",
              "/auth/**",
              "/.well-known/oauth-authorization-server"),
          withoutToken("account-app-sign-up", ACCOUNT, List.of(HttpMethod.POST), "/api/v1/apps"),
          route("account-apps", ACCOUNT, "/api/v1/apps/**"),
          route(
              "account-accounts",
              ACCOUNT,
              "/api/v1/accounts/**",
              "/api/v1/profile/**",
              "/api/v1/emails/**",
              "/api/v1/preferences",
              "/api/v1/endorsements",
              "/api/v1/featured_tags/**"),
          route(
              "account-relationships",
              ACCOUNT,
              "/api/v1/blocks",
              "/api/v1/mutes",
              "/api/v1/follow_requests/**",
              "/api/v1/domain_blocks/**"),
          route("account-suggestions", ACCOUNT, "/api/v1/suggestions/**", "/api/v2/suggestions"),
          route("account-search", ACCOUNT, "/api/v2/search"));

  private AccountRoutes() {}
}
