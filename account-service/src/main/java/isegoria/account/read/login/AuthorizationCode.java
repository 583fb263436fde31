package isegoria.account.read.login;

import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import org.jspecify.annotations.Nullable;

/** What a code on its way to an app stands for. */
public record AuthorizationCode(
    long appId,
    AccountId accountId,
    String redirectUri,
    Scopes scopes,
    @Nullable String challenge) {}
