package isegoria.timeline.notification.read;

/** What becomes of a new notification where a stream would tell it. */
public sealed interface ShownToStream {

  /**
   * A list that is read now has it.
   *
   * @param payload the notification as JSON
   */
  record Shown(String payload) implements ShownToStream {}

  /** Its post or its sender has not come to this instance, or is gone. */
  record NotHere() implements ShownToStream {}

  /** No list shows it: it is hidden, kept apart, or undone. */
  record Hidden() implements ShownToStream {}
}
