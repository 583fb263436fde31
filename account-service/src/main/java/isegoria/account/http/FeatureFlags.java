package isegoria.account.http;

/**
 * The features that a profile switches on.
 *
 * @param signUps whether strangers may open accounts
 * @param autoConfirm whether an e-mail address counts as confirmed without mail
 * @param passwordGrant whether apps may send a person's password
 * @param userTokenSignUp whether a person's token may open an account as an app's may
 * @param operatorTokens whether operators may make tokens without a log-in
 */
public record FeatureFlags(
    boolean signUps,
    boolean autoConfirm,
    boolean passwordGrant,
    boolean userTokenSignUp,
    boolean operatorTokens) {}
