package isegoria.events;

/** Identity of a post or a boost: opaque, time-ordered (milliseconds shifted left by 16 bits). */
public record PostId(long value) implements Comparable<PostId> {

  /** Reads the decimal form; throws {@code NumberFormatException} for anything else. */
  public static PostId of(String decimal) {
    return new PostId(Long.parseLong(decimal));
  }

  @Override
  public int compareTo(PostId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
