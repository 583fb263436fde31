package isegoria.gateway.instance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How other programs find out what this server is: nodeinfo, host-meta, webfinger. Pure. */
final class Discovery {
  private static final String NODEINFO = "http://nodeinfo.diaspora.software/ns/schema/2.0";

  private final Profile profile;

  Discovery(Profile profile) {
    this.profile = profile;
  }

  Map<String, @Nullable Object> nodeinfoLinks() {
    return object("links", List.of(object("rel", NODEINFO, "href", profile.url("/nodeinfo/2.0"))));
  }

  /** Without counts: they are optional here, and the gateway knows none. */
  Map<String, @Nullable Object> nodeinfo() {
    return object(
        "version", "2.0",
        "software", object("name", profile.softwareName(), "version", profile.version()),
        "protocols", List.of(),
        "services", object("outbound", List.of(), "inbound", List.of()),
        "usage", object("users", Map.of()),
        "openRegistrations", profile.registrationsOpen(),
        "metadata",
            object(
                "nodeName", profile.title(),
                "nodeDescription", profile.description(),
                "upstream", Map.of("name", "mastodon")));
  }

  private String webfingerTemplate() {
    return profile.url("/.well-known/webfinger?resource={uri}");
  }

  Map<String, @Nullable Object> hostMeta() {
    return object("links", List.of(object("rel", "lrdd", "template", webfingerTemplate())));
  }

  String hostMetaXml() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
      <Link rel="lrdd" template="%s"/>
    </XRD>
    """
        .formatted(webfingerTemplate());
  }

  Map<String, @Nullable Object> webfinger(String name, @Nullable String avatar) {
    String page = profile.url("/@" + name);
    return object(
        "subject",
        "acct:" + name + "@" + profile.domain(),
        "aliases",
        List.of(page),
        "links",
        avatar == null
            ? List.of(link("http://webfinger.net/rel/profile-page", "text/html", page))
            : List.of(
                link("http://webfinger.net/rel/profile-page", "text/html", page),
                link("http://webfinger.net/rel/avatar", "image/png", avatar)));
  }

  /** The local name in {@code acct:name@domain}, a bare name, or the URL of a page; else null. */
  @Nullable String localName(String resource) {
    String page = profile.url("/@");
    if (resource.startsWith(page)) {
      return resource.substring(page.length());
    }
    String acct = resource.startsWith("acct:") ? resource.substring("acct:".length()) : resource;
    String bare = acct.startsWith("@") ? acct.substring(1) : acct;
    int at = bare.indexOf('@');
    if (at < 0) {
      return bare.contains("/") ? null : bare;
    }
    return bare.substring(at + 1).equalsIgnoreCase(profile.domain())
            || bare.substring(at + 1).equalsIgnoreCase(profile.origin().getHost())
        ? bare.substring(0, at)
        : null;
  }

  private static Map<String, @Nullable Object> link(String rel, String type, String href) {
    return object("rel", rel, "type", type, "href", href);
  }

  /** Names and values in turn, kept in that order. */
  private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }
}
