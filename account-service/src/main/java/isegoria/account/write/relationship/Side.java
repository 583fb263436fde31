package isegoria.account.write.relationship;

import org.jspecify.annotations.Nullable;

/** Everything that one account does towards the other. */
public record Side(Tie tie, @Nullable Mute mute) {

  public static final Side NOTHING = new Side(new Tie.NoTie(), null);

  Side tied(Tie next) {
    return new Side(next, mute);
  }

  Side muted(@Nullable Mute next) {
    return new Side(tie, next);
  }
}
