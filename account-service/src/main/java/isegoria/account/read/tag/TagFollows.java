package isegoria.account.read.tag;

import isegoria.account.write.tag.FollowedTags;
import isegoria.events.AccountId;

/** Which tags an account follows. */
public interface TagFollows {

  FollowedTags of(AccountId account);
}
