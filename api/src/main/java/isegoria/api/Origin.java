package isegoria.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The public address of this server, without a trailing slash, and the addresses made from it.
 * Every service makes the same links because they are all made here.
 */
public record Origin(String value) {

  public Origin {
    while (value.endsWith("/")) {
      value = value.substring(0, value.length() - 1);
    }
    if (!value.startsWith("http://") && !value.startsWith("https://")) {
      throw new IllegalArgumentException("origin: " + value + " (expected: http:// or https://)");
    }
  }

  /** Host, with the port when it is not the scheme's own: the domain in {@code @name@domain}. */
  public String domain() {
    return URI.create(value).getRawAuthority();
  }

  public String at(String path) {
    return value + path;
  }

  public String profile(String username) {
    return value + "/@" + username;
  }

  public String actor(String username) {
    return value + "/users/" + username;
  }

  public String post(String username, String postId) {
    return value + "/@" + username + "/" + postId;
  }

  public String postUri(String username, String postId) {
    return value + "/users/" + username + "/statuses/" + postId;
  }

  /** Takes the tag in lower case, without the sign. */
  public String tag(String name) {
    return value + "/tags/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  public String missingAvatar() {
    return value + "/avatars/original/missing.png";
  }

  public String missingHeader() {
    return value + "/headers/original/missing.png";
  }

  @Override
  public String toString() {
    return value;
  }
}
