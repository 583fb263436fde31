package isegoria.api.view;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.entity.StatusBuilder;
import isegoria.api.entity.StatusMention;
import isegoria.api.entity.StatusTag;
import isegoria.api.entity.ViewerMarks;
import isegoria.api.text.MentionTarget;
import isegoria.api.text.PostHtml;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows a post or a boost as the client API's entity, by the same rules in every service. */
public final class StatusRenderer {

  private final Origin origin;
  private final Function<PostContent, String> html;

  /** One that renders the words each time. */
  public StatusRenderer(Origin origin) {
    this.origin = origin;
    this.html = this::html;
  }

  /**
   * One that asks a cache for the HTML of the words.
   *
   * @param caching wraps the rendering; the words of one id and revision never change
   */
  public StatusRenderer(
      Origin origin,
      Function<Function<PostContent, String>, Function<PostContent, String>> caching) {
    this.origin = origin;
    this.html = caching.apply(this::html);
  }

  /**
   * A post.
   *
   * @param marks what the viewer did with it; null for an anonymous viewer
   */
  public Status render(
      PostContent post, Account author, PostCounts counts, @Nullable ViewerMarks marks) {
    return builder(post, author, counts, marks).content(html.apply(post)).build();
  }

  /** A deleted post as its author gets it back, with the words as typed, to redraft it. */
  public Status renderAsTyped(
      PostContent post, Account author, PostCounts counts, @Nullable ViewerMarks marks) {
    return builder(post, author, counts, marks).text(post.text()).build();
  }

  /** A boost around what it shows; the viewer's marks are those of the post inside. */
  public Status render(
      BoostContent boost, Account booster, Status shown, @Nullable ViewerMarks marks) {
    return Status.by(booster, Long.toString(boost.id()), origin)
        .createdAt(boost.createdAt())
        .visibility(boost.visibility())
        .reblogOf(shown)
        .marks(marks)
        .build();
  }

  /** Words as HTML, present or former, with the mentions that they resolved to. */
  public String html(String text, List<PostContent.Mentioned> mentions) {
    var targets = new HashMap<String, MentionTarget>();
    String domain = origin.domain().toLowerCase(Locale.ROOT);
    for (PostContent.Mentioned mentioned : mentions) {
      String name = mentioned.username();
      var target = new MentionTarget(origin.profile(name), name);
      String key = name.toLowerCase(Locale.ROOT);
      targets.put(key, target);
      targets.put(key + "@" + domain, target);
    }
    return PostHtml.render(text, Map.copyOf(targets), origin);
  }

  private String html(PostContent post) {
    return html(post.text(), post.mentions());
  }

  private StatusBuilder builder(
      PostContent post, Account author, PostCounts counts, @Nullable ViewerMarks marks) {
    return Status.by(author, Long.toString(post.id()), origin)
        .createdAt(post.createdAt())
        .editedAt(post.editedAt())
        .spoilerText(post.spoilerText())
        .sensitive(post.sensitive())
        .visibility(post.visibility())
        .language(post.language())
        .application(post.application())
        .mentions(post.mentions().stream().map(this::mention).toList())
        .tags(post.tags().stream().map(tag -> new StatusTag(tag, origin.tag(tag))).toList())
        .counts(counts.boosts(), counts.favourites(), counts.replies())
        .inReplyTo(text(post.inReplyToId()), text(post.inReplyToAccountId()))
        .marks(marks);
  }

  private StatusMention mention(PostContent.Mentioned mentioned) {
    String name = mentioned.username();
    return new StatusMention(
        Long.toString(mentioned.accountId()), name, origin.profile(name), name);
  }

  private static @Nullable String text(@Nullable Long id) {
    return id == null ? null : id.toString();
  }
}
