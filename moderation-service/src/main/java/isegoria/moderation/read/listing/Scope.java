package isegoria.moderation.read.listing;

import isegoria.events.AccountId;

/** What a list is a list of. Its name stands in rows, so it never changes. */
public record Scope(String name) {

  public static final Scope ACCOUNTS = new Scope("accounts");
  public static final Scope REPORTS = new Scope("reports");
  public static final Scope SANCTIONS = new Scope("sanctions");

  /** Accounts of that name, which stands here as a salted hash: an erased name is not kept. */
  public static Scope named(String nameHash) {
    return new Scope("accounts named " + nameHash);
  }

  public static Scope reportsBy(AccountId reporter) {
    return new Scope("reports by " + reporter);
  }

  public static Scope reportsAbout(AccountId subject) {
    return new Scope("reports about " + subject);
  }

  public static Scope sanctionsOn(AccountId subject) {
    return new Scope("sanctions on " + subject);
  }
}
