package isegoria.account.write.name;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.name.Name.Claimed;
import isegoria.account.write.name.Name.Free;
import isegoria.account.write.name.NameCommand.Claim;
import isegoria.account.write.name.NameCommand.Release;
import isegoria.account.write.name.NameEvent.NameClaimed;
import isegoria.account.write.name.NameEvent.NameReleased;
import isegoria.account.write.name.NameRejection.NameTaken;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;

/** The rules of a name: the first claim holds. */
public final class NameDecider {

  public static final Decider<NameCommand, Name, NameEvent, NameRejection> NAME =
      new Decider<>(new Free(), NameDecider::decide, NameDecider::evolve);

  private NameDecider() {}

  private record Asked(Name of, NameCommand to) {}

  static Decision<NameEvent, NameRejection> decide(Name name, NameCommand command) {
    return switch (new Asked(name, command)) {
      case Asked(Free _, Claim to) -> accept(new NameClaimed(to.opening()));
      case Asked(Free _, Release _) -> accept();

      case Asked(Claimed _, Claim _) -> reject(new NameTaken());
      case Asked(Claimed of, Release to) when of.holder().equals(to.holder()) ->
          accept(new NameReleased(of.holder()));
      case Asked(Claimed _, Release _) -> accept();
    };
  }

  static Name evolve(Name name, NameEvent event) {
    return switch (event) {
      case NameClaimed e -> new Claimed(e.opening().id());
      case NameReleased _ -> new Free();
    };
  }
}
