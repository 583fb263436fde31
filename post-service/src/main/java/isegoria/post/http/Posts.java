package isegoria.post.http;

import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.Replies;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import isegoria.post.kafka.PostCommands;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.pins.PinsTable;
import isegoria.post.read.post.PostProjection;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.engagement.EngagementCommand.Unboost;
import isegoria.post.write.pins.PinsCommand.Unpin;
import isegoria.post.write.post.Application;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.PostCommand.Delete;
import isegoria.post.write.post.PostCommand.Edit;
import isegoria.post.write.post.PostCommand.Publish;
import isegoria.post.write.post.PostEvent;
import isegoria.post.write.post.PostRejection;
import isegoria.post.write.post.PostRejection.IdTaken;
import isegoria.post.write.post.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishing, reading, editing and deleting posts. */
@RestController
@RequestMapping("/api/v1/statuses")
class Posts {

  /** Posts that one request names: a page. */
  private static final int BATCH_MAX = 20;

  private final PostCommands commands;
  private final AuthorAccess authorAccess;
  private final Drafts drafts;
  private final PostVisibility postVisibility;
  private final PostViews views;
  private final PinsTable pins;
  private final Ids ids;
  private final CommandContexts contexts;

  Posts(
      PostCommands commands,
      AuthorAccess authorAccess,
      Drafts drafts,
      PostVisibility postVisibility,
      PostViews views,
      PinsTable pins,
      Ids ids,
      CommandContexts contexts) {
    this.commands = commands;
    this.authorAccess = authorAccess;
    this.drafts = drafts;
    this.postVisibility = postVisibility;
    this.views = views;
    this.pins = pins;
    this.ids = ids;
    this.contexts = contexts;
  }

  /** A post would reach an account that the client did not name. */
  record Unexpected(String error, List<Account> unexpectedAccounts) {
    @com.fasterxml.jackson.annotation.JsonProperty("unexpected_accounts")
    @Override
    public List<Account> unexpectedAccounts() {
      return unexpectedAccounts;
    }
  }

  @PostMapping
  ResponseEntity<Object> publishPost(
      Params params, Viewer viewer, CommandContext context, HttpServletRequest request)
      throws InterruptedException {
    AccountId author = authorAccess.require(viewer, "write:statuses");
    drafts.refuseUnsupported(params);
    if (!Drafts.saysVisibility(params) && WriteBarrier.areDefaultsBehind(request)) {
      throw ApiException.unavailable();
    }
    KnownAccount known = drafts.author(author);
    PostingDefaults defaults = known.defaults();
    Words words = drafts.words(params, defaults);
    List<Account> unexpected = drafts.unexpected(params, words, author);
    if (unexpected != null) {
      return ResponseEntity.status(422)
          .body(new Unexpected("Post would be sent to unexpected accounts", unexpected));
    }
    Draft draft = new Draft(params, words, author, defaults, application(viewer));
    Reply<Post, PostEvent, PostRejection> reply = publish(draft, context);
    if (reply instanceof Reply.Rejected<Post, PostEvent, PostRejection>(IdTaken _, String _)) {
      // An id can be met twice only after an import; another one is minted, as another command.
      reply = publish(draft, contexts.of(request, viewer, "another-id"));
    }
    var accepted = Replies.accepted(reply, Problems::of);
    return ResponseEntity.ok(
        accepted.state() instanceof Post.Live live && !accepted.repeated()
            ? views.ofNew(PostProjection.row(live), known)
            : shown(accepted.state(), author));
  }

  /** What is to be published, but for its id. */
  private record Draft(
      Params params,
      Words words,
      AccountId author,
      PostingDefaults defaults,
      @Nullable Application application) {}

  private static @Nullable Application application(Viewer viewer) {
    Viewer.App app = viewer.app();
    return app == null || app.name().isEmpty() ? null : new Application(app.name(), app.website());
  }

  private Reply<Post, PostEvent, PostRejection> publish(Draft draft, CommandContext context)
      throws InterruptedException {
    var id = new PostId(ids.next());
    AccountId author = draft.author();
    var command =
        new Publish(
            id,
            author,
            drafts.placement(draft.params(), id, author, draft.defaults()),
            draft.words(),
            List.of(),
            draft.application(),
            context.occurredAt());
    return commands.ask(author, id, command, context);
  }

  private Status shown(Post post, AccountId author) {
    if (post instanceof Post.Live live) {
      return views.of(PostProjection.row(live), author);
    }
    throw ApiException.notFound();
  }

  /** Those that are there for the reader, in the order in which they were asked for. */
  @GetMapping
  List<Status> getPosts(Params params, Viewer viewer) {
    AccountId reader = viewer.optional("read:statuses");
    if (params.list("id").size() > BATCH_MAX) {
      throw ApiException.invalid("No more than " + BATCH_MAX + " posts can be read at once");
    }
    List<PostId> asked = params.postIds("id");
    Map<String, Status> shown = new HashMap<>();
    views
        .of(postVisibility.findAll(asked, reader), reader)
        .forEach(status -> shown.put(status.id(), status));
    return asked.stream()
        .map(id -> Optional.ofNullable(shown.get(id.toString())).or(() -> findBoost(id, reader)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Status> findBoost(PostId id, @Nullable AccountId reader) {
    return postVisibility
        .findBoost(id, reader)
        .flatMap(boost ->
            postVisibility
                .find(boost.post(), reader)
                .flatMap(post -> views.find(boost, post, reader, PostViews.Fresh.NOTHING)));
  }

  @GetMapping("/{id}")
  Status getPost(@PathVariable PostId id, Viewer viewer) {
    AccountId reader = viewer.optional("read:statuses");
    PostRow post = postVisibility.require(id, reader);
    if (post.id().equals(id)) {
      return views.of(post, reader);
    }
    BoostRow boost = postVisibility.findBoost(id, reader).orElseThrow(ApiException::notFound);
    return views.of(boost, post, reader, PostViews.Fresh.NOTHING);
  }

  @UpdateMapping("/{id}")
  Status editPost(@PathVariable PostId id, Params params, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId author = authorAccess.require(viewer, "write:statuses");
    PostRow before = postVisibility.requireOwn(id, author);
    drafts.refuseUnsupported(params);
    var edit = new Edit(author, drafts.words(params, before), context.occurredAt());
    return shown(Replies.state(commands.ask(author, id, edit, context), Problems::of), author);
  }

  /** Answers with the words as typed, so that the author can write it again. */
  @DeleteMapping("/{id}")
  Status deletePost(
      @PathVariable PostId id, Viewer viewer, CommandContext context, HttpServletRequest request)
      throws InterruptedException {
    AccountId author = authorAccess.require(viewer, "write:statuses");
    Optional<BoostRow> boost =
        postVisibility.findBoost(id, author).filter(b -> b.actor().equals(author));
    if (boost.isPresent()) {
      return deleteBoost(boost.get(), author, context);
    }
    PostRow post = postVisibility.requireOwn(id, author);
    Status source = views.source(post, author);
    Replies.state(commands.ask(author, id, new Delete(author), context), Problems::of);
    if (pins.of(author).contains(id)) {
      Replies.state(
          commands.ask(author, new Unpin(id), contexts.of(request, viewer, "unpin")), Problems::of);
    }
    return source;
  }

  private Status deleteBoost(BoostRow boost, AccountId actor, CommandContext context)
      throws InterruptedException {
    @Nullable PostRow boosted = postVisibility.find(boost.post(), actor).orElse(null);
    Replies.state(commands.ask(actor, boost.post(), new Unboost(), context), Problems::of);
    if (boosted == null) {
      throw ApiException.notFound();
    }
    return views.of(boosted, actor);
  }
}
