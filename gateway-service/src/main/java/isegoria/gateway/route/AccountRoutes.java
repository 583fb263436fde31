package isegoria.gateway.route;

import static isegoria.gateway.upstream.Upstream.ACCOUNT;

import java.util.List;
import org.springframework.http.HttpMethod;

/** Accounts, OAuth, relationships, and what people set for their reading: account-service. */
final class AccountRoutes {
  /**
   * An account's posts live under its path but in timeline-service, whose routes come first. What
   * this server refuses to offer belongs to no feature; it goes where tokens are known.
   */
  static List<ClientRoute> of(RouteKind.All kinds) {
    RouteKind call = kinds.call();
    return List.of(
        call.route("account-userinfo", ACCOUNT, "/oauth/userinfo"),
        call.withoutToken(
            "account-oauth",
            ACCOUNT,
            List.of(),
            "/oauth/**",
            "/auth/**",
            "/.well-known/oauth-authorization-server"),
        call.withoutToken("account-app-sign-up", ACCOUNT, List.of(HttpMethod.POST), "/api/v1/apps"),
        call.route("account-apps", ACCOUNT, "/api/v1/apps/**"),
        call.route(
            "account-accounts",
            ACCOUNT,
            "/api/v1/accounts/**",
            "/api/v1/profile/**",
            "/api/v1/emails/**",
            "/api/v1/preferences",
            "/api/v1/endorsements",
            "/api/v1/featured_tags/**"),
        call.route(
            "account-reading",
            ACCOUNT,
            "/api/v1/lists/**",
            "/api/v1/filters/**",
            "/api/v2/filters/**",
            "/api/v1/markers",
            "/api/v1/followed_tags",
            "/api/v1/tags/**"),
        call.route(
            "account-relationships",
            ACCOUNT,
            "/api/v1/blocks",
            "/api/v1/mutes",
            "/api/v1/follow_requests/**",
            "/api/v1/domain_blocks/**"),
        call.route("account-suggestions", ACCOUNT, "/api/v1/suggestions/**", "/api/v2/suggestions"),
        call.route("account-search", ACCOUNT, "/api/v2/search", "/api/v1/search"),
        call.route(
            "account-showcase",
            ACCOUNT,
            "/api/v1/directory",
            "/api/v1/collections/**",
            "/api/v1/annual_reports/**"),
        call.route(
            "account-refused",
            ACCOUNT,
            "/api/v1/donation_campaigns",
            "/api/v1/peers/search",
            "/api/v1_alpha/async_refreshes/**",
            "/api/proofs",
            "/api/web/**"));
  }

  private AccountRoutes() {}
}
