package isegoria.tests.bench;

import isegoria.tests.client.Person;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Acts of some people that each change something: no follow and no favourite is done twice. */
public final class Acts {

  /** Posts that are favourited: with fifty people, 15,000 favourites. */
  private static final int FAVOURITED = 300;

  private final List<Person> people;
  private final int followedEach;
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger follows = new AtomicInteger();
  private final AtomicInteger favourites = new AtomicInteger();

  /**
   * Acts of people who follow each other already.
   *
   * @param followedEach how many of those after them each follows
   */
  public Acts(List<Person> people, int followedEach) {
    this.people = List.copyOf(people);
    this.followedEach = followedEach;
  }

  public void publish(int each) {
    String post = people.get(each % people.size()).publish("Measured " + each).id();
    if (posts.size() < FAVOURITED) {
      posts.add(post);
    }
  }

  /** The next follow that does not exist yet. */
  public void follow() {
    int next = follows.getAndIncrement();
    int distance = followedEach + 1 + next / people.size();
    if (distance >= people.size()) {
      throw new IllegalStateException("follows: everybody follows everybody (expected: fewer)");
    }
    int follower = next % people.size();
    people.get(follower).follow(people.get((follower + distance) % people.size()));
  }

  /** The next favourite that does not exist yet. */
  public void favourite() {
    int next = favourites.getAndIncrement();
    String post = posts.get(next % posts.size());
    people.get(next / posts.size() % people.size()).favourite(post);
  }
}
