package isegoria.account.http;

import static isegoria.api.error.FieldProblem.ERR_BLANK;
import static isegoria.api.error.FieldProblem.ERR_INVALID;
import static isegoria.api.error.FieldProblem.ERR_RESERVED;
import static isegoria.api.error.FieldProblem.ERR_TOO_LONG;
import static isegoria.api.error.FieldProblem.ERR_TOO_SHORT;

import isegoria.account.write.name.ReservedNames;
import isegoria.api.error.FieldProblem;
import isegoria.edge.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a sign-up, field by field, before anything is asked of anybody. */
final class SignUpChecks {

  static final int USERNAME_MAX = 30;
  static final int PASSWORD_MIN = 8;
  static final int PASSWORD_MAX = 128;
  static final int EMAIL_MAX = 254;

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]+");

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>(),;:\"\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private final Map<String, List<FieldProblem>> problems = new LinkedHashMap<>();

  SignUpChecks username(@Nullable String username, boolean mayBeReserved) {
    if (username == null || username.isBlank()) {
      add("username", ERR_BLANK);
    } else if (!USERNAME.matcher(username).matches()) {
      add("username", ERR_INVALID);
    } else if (username.length() > USERNAME_MAX) {
      add("username", ERR_TOO_LONG);
    } else if (!mayBeReserved && ReservedNames.contains(username)) {
      add("username", ERR_RESERVED);
    }
    return this;
  }

  SignUpChecks email(@Nullable String email) {
    if (email == null || email.isBlank()) {
      add("email", ERR_BLANK);
    } else if (email.length() > EMAIL_MAX) {
      add("email", ERR_TOO_LONG);
    } else if (!EMAIL.matcher(email).matches()) {
      add("email", ERR_INVALID);
    }
    return this;
  }

  SignUpChecks password(@Nullable String password) {
    if (password == null || password.isBlank()) {
      add("password", ERR_BLANK);
    } else if (password.length() < PASSWORD_MIN) {
      add("password", ERR_TOO_SHORT);
    } else if (password.length() > PASSWORD_MAX) {
      add("password", ERR_TOO_LONG);
    }
    return this;
  }

  SignUpChecks agreement(boolean agreed) {
    if (!agreed) {
      add("agreement", FieldProblem.ERR_ACCEPTED);
    }
    return this;
  }

  /** Throws 422 when anything was wrong. */
  void orThrow() {
    if (!problems.isEmpty()) {
      throw refused(problems);
    }
  }

  static ApiException refused(String field, FieldProblem problem) {
    return refused(Map.of(field, List.of(problem)));
  }

  private static ApiException refused(Map<String, List<FieldProblem>> problems) {
    List<String> clauses = new ArrayList<>();
    problems.forEach(
        (field, each) -> each.forEach(p -> clauses.add(title(field) + " " + p.description())));
    return ApiException.invalid(String.join(", ", clauses), problems);
  }

  private static String title(String field) {
    return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
  }

  private void add(String field, FieldProblem problem) {
    problems.computeIfAbsent(field, name -> new ArrayList<>()).add(problem);
  }
}
