package isegoria.post.read.pins;

import isegoria.post.read.RowWrite;
import isegoria.post.read.RowWrite.PutPins;
import isegoria.post.write.pins.PinnedPost;
import isegoria.post.write.pins.Pins;
import isegoria.post.write.pins.Pins.NothingPinned;
import isegoria.post.write.pins.Pins.Pinned;
import java.util.List;

/** The one row of an author's pins. */
public final class PinsProjection {

  private PinsProjection() {}

  public static List<RowWrite> rows(Pins pins) {
    return switch (pins) {
      case NothingPinned _ -> List.of();
      case Pinned pinned ->
          List.of(
              new PutPins(pinned.author(), pinned.posts().stream().map(PinnedPost::post).toList()));
    };
  }
}
