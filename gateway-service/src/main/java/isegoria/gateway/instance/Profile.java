package isegoria.gateway.instance;

import java.net.URI;
import java.util.List;

/** What this server says about itself, as configured. */
public record Profile(
    URI origin,
    String title,
    String description,
    String contactEmail,
    List<String> languages,
    boolean registrationsOpen,
    String softwareName,
    String version,
    String sourceUrl) {

  public Profile {
    languages = List.copyOf(languages);
  }

  /** Host and, unless it is the scheme's own, port: what stands behind the @ of a name. */
  String domain() {
    return origin.getRawAuthority();
  }

  String url(String path) {
    return origin + path;
  }

  String streamingUrl() {
    return ("https".equals(origin.getScheme()) ? "wss://" : "ws://") + domain();
  }
}
