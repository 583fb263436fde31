package isegoria.post.read;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementRow;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.post.PostRow;
import java.util.List;

/** One change of one row, as data: what a projection says and a table does. */
public sealed interface RowWrite {

  /** The post as it is now. */
  record PutPost(PostRow post) implements RowWrite {}

  /** The post is gone. */
  record RemovePost(PostId post) implements RowWrite {}

  /** An answer to a post. */
  record PutReply(PostId parent, PostId reply, AccountId author) implements RowWrite {}

  /** That answer is gone. */
  record RemoveReply(PostId parent, PostId reply, AccountId author) implements RowWrite {}

  /** How an account stands to a post now. */
  record PutEngagement(EngagementRow engagement) implements RowWrite {}

  /** A favourite, boost or bookmark, in the lists it stands in. */
  record PutMark(MarkKind kind, PostId mark, PostId post, AccountId actor) implements RowWrite {}

  /** It was taken back. */
  record RemoveMark(MarkKind kind, PostId mark, PostId post, AccountId actor) implements RowWrite {}

  /** A boost as a post of its own. */
  record PutBoost(BoostRow boost) implements RowWrite {}

  /** It was taken back. */
  record RemoveBoost(PostId boost) implements RowWrite {}

  /** An author's pins, newest first. */
  record PutPins(AccountId author, List<PostId> posts) implements RowWrite {

    public PutPins {
      posts = List.copyOf(posts);
    }
  }
}
