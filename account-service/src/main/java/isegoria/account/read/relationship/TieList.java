package isegoria.account.read.relationship;

/** A list that an account owns, newest first. */
public enum TieList {
  FOLLOWING,
  BLOCKING,
  MUTING,
  FOLLOWER,
  REQUESTER
}
