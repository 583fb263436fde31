package isegoria.tests.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Makes marks that no other byte sequence equals by chance, and keeps those that were learned. */
public final class Marks {
  /** 36^18: no equal text comes about by chance. */
  private static final int CHARACTERS = 18;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final SplittableRandom random;
  private final List<Mark> all = new ArrayList<>();

  public Marks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** New text of the erased person, lower case, so that no change of case hides it. */
  public String of(MarkKind kind, String what) {
    return kept(new Mark(kind, what, "cn" + letters(), true));
  }

  /** New text of the person who stays. */
  public String staying(MarkKind kind, String what) {
    return kept(new Mark(kind, what, "cn" + letters(), false));
  }

  /** Text that is no mark: of those who are needed and not searched for. */
  String unmarked() {
    return "un" + letters();
  }

  /** Text that the platform or the machine gave. */
  public String learned(MarkKind kind, String what, String text) {
    if (text.length() < 8) {
      throw new IllegalArgumentException(kind + ": too short to search for (expected: 8 or more)");
    }
    return kept(new Mark(kind, what, text, true));
  }

  public List<Mark> all() {
    return List.copyOf(all);
  }

  public List<Mark> erased() {
    return all.stream().filter(Mark::erased).toList();
  }

  /** A loopback address that no other client uses, whose text is no part of another's. */
  public String address() {
    String address = "127.77.%d.%d".formatted(random.nextInt(100, 255), random.nextInt(100, 255));
    return learned(MarkKind.CLIENT_ADDRESS, "", address);
  }

  private String letters() {
    return random
        .ints(CHARACTERS, 0, ALPHABET.length())
        .mapToObj(at -> ALPHABET.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  private String kept(Mark mark) {
    all.add(mark);
    return mark.text();
  }
}
