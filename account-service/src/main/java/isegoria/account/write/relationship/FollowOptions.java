package isegoria.account.write.relationship;

import java.util.List;

/** What a follower wants to see of whom they follow; no languages means all. */
public record FollowOptions(boolean boosts, boolean notifies, List<String> languages) {

  public static final FollowOptions USUAL = new FollowOptions(true, false, List.of());

  public FollowOptions {
    languages = List.copyOf(languages);
  }
}
