package isegoria.moderation.read.account;

/** A profile with its numbers. */
public record AccountView(Profile profile, Counts counts) {}
