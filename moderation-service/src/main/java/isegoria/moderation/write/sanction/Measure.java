package isegoria.moderation.write.sanction;

import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import org.jspecify.annotations.Nullable;

/** What is done. Only the removal of a post names a post, and it always does. */
public sealed interface Measure {

  Kind kind();

  /** The post it is about, or null for those that are about the account. */
  default @Nullable PostId post() {
    return null;
  }

  @StoredName("Limit")
  record Limit() implements Measure {
    @Override
    public Kind kind() {
      return Kind.LIMIT;
    }
  }

  @StoredName("Freeze")
  record Freeze() implements Measure {
    @Override
    public Kind kind() {
      return Kind.FREEZE;
    }
  }

  @StoredName("Suspend")
  record Suspend() implements Measure {
    @Override
    public Kind kind() {
      return Kind.SUSPEND;
    }
  }

  @StoredName("RemovePost")
  record RemovePost(PostId post) implements Measure {
    @Override
    public Kind kind() {
      return Kind.REMOVE_POST;
    }
  }
}
