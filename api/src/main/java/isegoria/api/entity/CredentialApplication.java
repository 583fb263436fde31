package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A just registered app; the only answer with its secret. An expiry of 0 means never. */
@SnakeCase
public record CredentialApplication(
    @JsonUnwrapped Application application,
    String clientId,
    String clientSecret,
    long clientSecretExpiresAt) {

  /** A secret is a password: never in a log. */
  @Override
  public String toString() {
    return "CredentialApplication[" + clientId + "]";
  }
}
