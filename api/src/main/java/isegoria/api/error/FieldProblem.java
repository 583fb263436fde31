package isegoria.api.error;

import isegoria.api.entity.ApiError;

/** What is wrong with one field of a sign-up, by the code that clients switch on. */
public enum FieldProblem {
  ERR_BLOCKED("uses a forbidden e-mail provider"),
  ERR_UNREACHABLE("does not seem to exist"),
  ERR_TAKEN("has already been taken"),
  ERR_RESERVED("is reserved"),
  ERR_ACCEPTED("must be accepted"),
  ERR_BLANK("can't be blank"),
  ERR_INVALID("is invalid"),
  ERR_TOO_LONG("is too long"),
  ERR_TOO_SHORT("is too short"),
  ERR_INCLUSION("is not a supported value"),
  ;

  private final String description;

  FieldProblem(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }

  public ApiError.Detail detail() {
    return new ApiError.Detail(name(), description);
  }
}
