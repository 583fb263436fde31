package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Profile;
import isegoria.api.entity.Field;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own profile as it was written, without what is made of it. */
@RestController
public final class ProfileResource {

  private final Accounts accounts;
  private final ProfileEdits edits;

  public ProfileResource(Accounts accounts, ProfileEdits edits) {
    this.accounts = accounts;
    this.edits = edits;
  }

  @GetMapping("/api/v1/profile")
  public Map<String, @Nullable Object> getProfile(Viewer viewer) {
    return view(
        accounts
            .byId(viewer.require("profile", "read:accounts"))
            .orElseThrow(ApiException::notFound));
  }

  /** What was not sent stays as it is. */
  @UpdateMapping("/api/v1/profile")
  public Map<String, @Nullable Object> updateProfile(
      Viewer viewer, Params params, HttpServletRequest request) {
    return view(edits.edit(viewer, params, request));
  }

  private static Map<String, @Nullable Object> view(Open account) {
    Profile profile = account.profile();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", account.id().toString());
    view.put("display_name", profile.displayName());
    view.put("note", profile.note());
    view.put(
        "fields",
        profile.fields().stream().map(f -> new Field(f.name(), f.value(), null)).toList());
    view.put("avatar", null);
    view.put("avatar_static", null);
    view.put("avatar_description", "");
    view.put("header", null);
    view.put("header_static", null);
    view.put("header_description", "");
    view.put("locked", profile.locked());
    view.put("bot", profile.bot());
    view.put("hide_collections", profile.hideCollections());
    view.put("discoverable", profile.discoverable());
    view.put("indexable", profile.indexable());
    view.put("show_media", true);
    view.put("show_media_replies", true);
    view.put("show_featured", true);
    view.put("attribution_domains", List.of());
    return view;
  }
}
