package isegoria.timeline.notification.read;

/** How far an account has read its notifications, as its clients say. */
@FunctionalInterface
public interface ReadMarker {

  /** The id up to which it has read; 0: no client has said. */
  long of(long owner);
}
