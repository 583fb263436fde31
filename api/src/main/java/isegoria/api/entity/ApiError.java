package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of every error; the description only for OAuth, the details only for sign-up. */
@SnakeCase
public record ApiError(
    String error,
    @JsonInclude(NON_NULL) @Nullable String errorDescription,
    @JsonInclude(NON_NULL) @Nullable Map<String, List<Detail>> details) {

  public static ApiError of(String error) {
    return new ApiError(error, null, null);
  }

  public static ApiError of(String error, String description) {
    return new ApiError(error, description, null);
  }

  public static ApiError of(String error, Map<String, List<Detail>> details) {
    return new ApiError(error, null, details);
  }

  /** What is wrong with one field: a code for programs, a clause for people. */
  @SnakeCase
  public record Detail(String error, String description) {}
}
