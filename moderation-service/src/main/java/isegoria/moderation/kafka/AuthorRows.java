package isegoria.moderation.kafka;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.moderation.read.post.AuthorTable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** States of posts to their authors' rows. The key says both, so no value is decoded. */
public final class AuthorRows implements RowWriter {

  /** Owner, kind and id; a boost has an id of its own, which clients may report. */
  private static final Pattern KEY = Pattern.compile("(\\d+)/(?:post|boost)/(\\d+)");

  private final AuthorTable authors;

  public AuthorRows(AuthorTable authors) {
    this.authors = authors;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    Matcher key = KEY.matcher(change.key());
    if (!key.matches()) {
      return CompletableFuture.completedFuture(null);
    }
    PostId post = new PostId(Long.parseLong(key.group(2)));
    long micros = RecordHeader.recordedMicros(change);
    return change.value() == null
        ? authors.remove(post, micros)
        : authors.put(post, AccountId.of(key.group(1)), micros);
  }
}
