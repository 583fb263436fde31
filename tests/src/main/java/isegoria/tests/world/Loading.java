package isegoria.tests.world;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.UnexpectedAnswer;
import isegoria.tests.world.Journal.Member;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Does an act through the public API. Every act may be done again: posts carry a key, the others
 * change nothing the second time.
 */
final class Loading {
  private final Api api;
  private final Journal journal;
  private final GivenIds ids;
  private final Duration patience;

  Loading(Api api, Journal journal, GivenIds ids, Duration patience) {
    this.api = api;
    this.journal = journal;
    this.ids = ids;
    this.patience = patience;
  }

  static String name(String tag, int number) {
    return tag + "_" + number;
  }

  void perform(Act act) {
    String token = member(act.actor()).token();
    switch (act) {
      case Act.Follow follow -> follow(follow, token);
      case Act.Unfollow(int _, int followed) -> relate(followed, "unfollow", token);
      case Act.Block(int _, int blocked) -> relate(blocked, "block", token);
      case Act.Mute(int _, int muted) -> relate(muted, "mute", token);
      case Act.Publish publish -> publish(publish, token);
      case Act.Edit(int _, int post, String text) ->
          known(Call.of("PUT", path(post)).json(Map.of("status", text)), token).expect(200);
      case Act.Delete(int _, int post) -> delete(post, token);
      case Act.Boost(int _, int boost, int post) -> {
        Answer answer = known(Call.post(path(post) + "/reblog"), token).expect(200);
        long id = Long.parseLong(answer.id());
        ids.giveBoost(boost, id);
        journal.boosted(boost, id);
      }
      case Act.Unboost(int _, int _, int post) ->
          known(Call.post(path(post) + "/unreblog"), token).expect(200);
      case Act.Favourite(int _, int post) ->
          known(Call.post(path(post) + "/favourite"), token).expect(200);
    }
  }

  private void follow(Act.Follow follow, String token) {
    var fields = new HashMap<String, Object>();
    fields.put("reblogs", follow.boosts());
    if (!follow.languages().isEmpty()) {
      fields.put("languages", follow.languages());
    }
    String path = "/api/v1/accounts/" + member(follow.followed()).id() + "/follow";
    Answer answer = known(Call.post(path).json(fields), token).expect(200);
    if (!answer.json().path("following").asBoolean(false)) {
      throw new UnexpectedAnswer(path + ": " + answer.body() + " (expected: following)");
    }
  }

  private void relate(int other, String verb, String token) {
    known(Call.post("/api/v1/accounts/" + member(other).id() + "/" + verb), token).expect(200);
  }

  private void publish(Act.Publish publish, String token) {
    var fields = new HashMap<String, Object>();
    var text = new StringBuilder(publish.text());
    for (int mentioned : publish.mentions()) {
      text.append(" @").append(name(journal.tag(), mentioned));
    }
    fields.put("status", text.toString());
    fields.put("visibility", publish.audience().visibility());
    fields.put("language", publish.language());
    if (publish.replyTo() != Act.NO_POST) {
      fields.put("in_reply_to_id", Long.toString(ids.post(publish.replyTo())));
    }
    Call call =
        Call.post("/api/v1/statuses").json(fields).key(journal.tag() + "-" + publish.post());
    long id = Long.parseLong(known(call, token).expect(200).id());
    ids.givePost(publish.post(), id);
    journal.posted(publish.post(), id);
  }

  /** A post that is not there was deleted by a call whose answer was lost. */
  private void delete(int post, String token) {
    Answer answer = known(Call.of("DELETE", path(post)), token);
    if (answer.status() != 404) {
      answer.expect(200);
    }
  }

  /** The ids of a reader's whole home, newest first. */
  List<Long> home(int reader) {
    return api
        .toTheEnd("/api/v1/timelines/home?limit=40", member(reader).token(), patience)
        .stream()
        .map(entry -> Long.parseLong(entry.path("id").asString()))
        .toList();
  }

  private Answer known(Call call, String token) {
    return api.known(call.as(token), patience);
  }

  private String path(int post) {
    return "/api/v1/statuses/" + ids.post(post);
  }

  private Member member(int number) {
    Member member = journal.member(number);
    if (member == null) {
      throw new IllegalStateException("member " + number + ": not enrolled");
    }
    return member;
  }
}
