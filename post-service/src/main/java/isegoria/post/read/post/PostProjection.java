package isegoria.post.read.post;

import isegoria.post.read.RowWrite;
import isegoria.post.read.RowWrite.PutPost;
import isegoria.post.read.RowWrite.PutReply;
import isegoria.post.read.RowWrite.RemovePost;
import isegoria.post.read.RowWrite.RemoveReply;
import isegoria.post.read.post.PostRow.MentionRow;
import isegoria.post.read.post.PostRow.RevisionRow;
import isegoria.post.write.post.Mentioned;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.Post.Deleted;
import isegoria.post.write.post.Post.Live;
import isegoria.post.write.post.Post.Removed;
import isegoria.post.write.post.Post.Unpublished;
import java.util.List;

/**
 * The rows of a post, made from its whole state: the same rows whichever decision led there, so
 * applying one twice, or the last one only, ends the same.
 */
public final class PostProjection {

  private PostProjection() {}

  public static List<RowWrite> rows(Post post) {
    return switch (post) {
      case Unpublished _ -> List.of();
      case Live live -> shown(live);
      // A removed post keeps its row: its author may read what was taken down, and appeal.
      case Removed removed -> shown(removed.content());
      case Deleted deleted -> gone(deleted);
    };
  }

  private static List<RowWrite> shown(Live live) {
    var inReplyTo = live.placement().inReplyTo();
    PutPost post = new PutPost(row(live));
    return inReplyTo == null
        ? List.of(post)
        : List.of(post, new PutReply(inReplyTo.post(), live.id(), live.author()));
  }

  private static List<RowWrite> gone(Deleted deleted) {
    var inReplyTo = deleted.placement().inReplyTo();
    RemovePost post = new RemovePost(deleted.id());
    return inReplyTo == null
        ? List.of(post)
        : List.of(post, new RemoveReply(inReplyTo.post(), deleted.id(), deleted.author()));
  }

  /** Takes a post out of the list of those that answer the same one. */
  public static List<RowWrite> unlisted(PostRow post) {
    return post.inReplyTo() == null
        ? List.of()
        : List.of(new RemoveReply(post.inReplyTo(), post.id(), post.author()));
  }

  /** The row of a post that can be read. */
  public static PostRow row(Live live) {
    Placement placement = live.placement();
    var inReplyTo = placement.inReplyTo();
    var words = live.words();
    var application = live.application();
    return new PostRow(
        live.id(),
        live.author(),
        placement.visibility(),
        words.text(),
        words.spoilerText(),
        words.sensitive(),
        words.language(),
        inReplyTo == null ? null : inReplyTo.post(),
        inReplyTo == null ? null : inReplyTo.author(),
        placement.conversation(),
        mentions(words.mentions()),
        words.tags(),
        live.mediaIds(),
        application == null ? null : application.name(),
        application == null ? null : application.website(),
        live.revision(),
        live.revisions().stream()
            .map(r ->
                new RevisionRow(
                    r.text(),
                    r.spoilerText(),
                    r.sensitive(),
                    mentions(r.mentions()),
                    r.createdAt()))
            .toList(),
        live.createdAt(),
        live.editedAt());
  }

  private static List<MentionRow> mentions(List<Mentioned> mentions) {
    return mentions.stream().map(m -> new MentionRow(m.account(), m.username())).toList();
  }
}
