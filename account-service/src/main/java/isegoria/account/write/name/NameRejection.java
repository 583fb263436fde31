package isegoria.account.write.name;

/** Why a name was not given. */
public sealed interface NameRejection {

  /** Another account holds it. */
  record NameTaken() implements NameRejection {}
}
