package isegoria.gateway.auth;

import reactor.core.publisher.Mono;

/** Asks account-service about a token. An error means that it could not be asked. */
interface Introspection {
  Mono<TokenStatus> introspect(String token);
}
