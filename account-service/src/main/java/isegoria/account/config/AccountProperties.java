package isegoria.account.config;

import isegoria.account.http.FeatureFlags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set here: the keys {@code isegoria.account.*}. Everything is closed unless a profile
 * opens it.
 *
 * @param signUps whether strangers may open accounts
 * @param autoConfirm whether an e-mail address counts as confirmed without mail
 * @param passwordGrant whether apps may send a person's password
 * @param userTokenSignUp whether a person's token may open an account as an app's may
 * @param operatorTokens whether operators may make tokens without a log-in
 */
@ConfigurationProperties("isegoria.account")
public record AccountProperties(
    @DefaultValue("false") boolean signUps,
    @DefaultValue("false") boolean autoConfirm,
    @DefaultValue("false") boolean passwordGrant,
    @DefaultValue("false") boolean userTokenSignUp,
    @DefaultValue("false") boolean operatorTokens) {

  /** What production must not be started with. */
  List<String> unfitForProduction() {
    var found = new ArrayList<String>();
    if (operatorTokens) {
      found.add("isegoria.account.operator-tokens: true (expected: false)");
    }
    if (signUps && !autoConfirm) {
      // There is no mail yet, and an account that cannot be confirmed can do nothing.
      found.add("isegoria.account.sign-ups: true (expected: false, or auto-confirm)");
    }
    return List.copyOf(found);
  }

  FeatureFlags featureFlags() {
    return new FeatureFlags(signUps, autoConfirm, passwordGrant, userTokenSignUp, operatorTokens);
  }
}
