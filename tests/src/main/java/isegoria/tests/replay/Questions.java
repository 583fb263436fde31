package isegoria.tests.replay;

import isegoria.tests.client.Person;
import isegoria.tests.replay.Recording.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is asked of a world: by several people, by a moderator and by an anonymous
 * client.
 */
final class Questions {

  /** Ids that one question about relationships may name. */
  private static final int IDS_MAX = 40;

  private final List<Person> people;
  private final List<Person> viewers;
  private final int viewersEach;
  private final List<Question> all = new ArrayList<>();

  /**
   * Nothing is asked yet.
   *
   * @param people whom is asked about
   * @param viewers those of them who ask
   * @param viewersEach of these ask about each account and each post
   */
  Questions(List<Person> people, List<Person> viewers, int viewersEach) {
    this.viewersEach = viewersEach;
    this.people = List.copyOf(people);
    this.viewers = List.copyOf(viewers);
  }

  List<Question> all() {
    return List.copyOf(all);
  }

  Questions feeds() {
    for (Person viewer : viewers) {
      for (String path :
          List.of(
              "/api/v1/timelines/home",
              "/api/v1/timelines/public?limit=40",
              "/api/v1/timelines/tag/harbour",
              "/api/v1/timelines/tag/bread",
              "/api/v1/favourites",
              "/api/v1/bookmarks",
              "/api/v1/blocks",
              "/api/v1/mutes",
              "/api/v1/follow_requests",
              "/api/v1/preferences",
              "/api/v1/lists",
              "/api/v1/filters",
              "/api/v2/filters",
              "/api/v1/markers?timeline[]=home",
              "/api/v1/notifications",
              "/api/v1/notifications/unread_count",
              "/api/v2/notifications",
              "/api/v2/notifications/policy",
              "/api/v1/conversations",
              "/api/v1/accounts/verify_credentials")) {
        ask(viewer, path);
      }
    }
    anonymous("/api/v1/timelines/public");
    anonymous("/api/v1/timelines/tag/harbour?limit=5");
    return this;
  }

  Questions accounts() {
    for (Person viewer : viewers) {
      for (int from = 0; from < people.size(); from += IDS_MAX) {
        ask(
            viewer,
            people.subList(from, Math.min(people.size(), from + IDS_MAX)).stream()
                .map(person -> "id[]=" + person.id())
                .collect(Collectors.joining("&", "/api/v1/accounts/relationships?", "")));
      }
    }
    for (int number = 0; number < people.size(); number++) {
      Person subject = people.get(number);
      for (int one = 0; one < viewersEach; one++) {
        account(viewers.get((number + one) % viewers.size()), subject);
      }
      anonymous("/api/v1/accounts/" + subject.id());
      anonymous("/api/v1/accounts/lookup?acct=" + subject.name());
    }
    return this;
  }

  private void account(Person viewer, Person subject) {
    String path = "/api/v1/accounts/" + subject.id();
    ask(viewer, path);
    ask(viewer, path + "/statuses");
    ask(viewer, path + "/statuses?pinned=true");
    ask(viewer, path + "/statuses?exclude_replies=true&exclude_reblogs=true&limit=3");
    ask(viewer, path + "/followers?limit=5");
    ask(viewer, path + "/following");
    ask(viewer, path + "/lists");
    ask(viewer, "/api/v1/followed_tags");
    ask(viewer, "/api/v1/accounts/search?q=" + subject.name());
    ask(viewer, "/api/v2/search?type=accounts&q=" + subject.name());
  }

  Questions posts(List<String> posts) {
    for (int number = 0; number < posts.size(); number++) {
      String path = "/api/v1/statuses/" + posts.get(number);
      anonymous(path);
      for (int one = 0; one < viewersEach; one++) {
        Person viewer = viewers.get((number + one) % viewers.size());
        ask(viewer, path);
        ask(viewer, path + "/context");
        ask(viewer, path + "/history");
        ask(viewer, path + "/favourited_by?limit=3");
        ask(viewer, path + "/reblogged_by");
      }
    }
    return this;
  }

  Questions moderation(Neighbourhood of) {
    Person moderator = of.moderator();
    for (String path :
        List.of(
            "/api/v1/admin/reports?limit=2",
            "/api/v1/admin/reports?resolved=true",
            "/api/v1/admin/accounts?limit=50",
            "/api/v2/admin/accounts?permissions=staff",
            "/api/v1/admin/sanctions?limit=2",
            "/api/v1/admin/sanctions?in_force=true",
            "/api/v1/admin/sanctions?in_force=false")) {
      ask(moderator, path);
    }
    of.reports().forEach(id -> ask(moderator, "/api/v1/admin/reports/" + id));
    of.sanctions().forEach(id -> ask(moderator, "/api/v1/admin/sanctions/" + id));
    for (Person subject : people) {
      ask(moderator, "/api/v1/admin/accounts/" + subject.id());
      ask(moderator, "/api/v1/admin/accounts?username=" + subject.name());
      ask(moderator, "/api/v1/admin/reports?target_account_id=" + subject.id());
      ask(moderator, "/api/v1/admin/reports?account_id=" + subject.id());
    }
    return this;
  }

  private void ask(Person viewer, String path) {
    all.add(new Question(viewer.name(), viewer.token(), path));
  }

  private void anonymous(String path) {
    all.add(new Question("anonymous", "", path));
  }
}
