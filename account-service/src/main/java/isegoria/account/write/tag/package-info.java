/**
 * The tags that one account follows: a set with a bound. Start reading at {@link
 * isegoria.account.write.tag.FollowedTagsDecider}.
 */
@NullMarked
package isegoria.account.write.tag;

import org.jspecify.annotations.NullMarked;
