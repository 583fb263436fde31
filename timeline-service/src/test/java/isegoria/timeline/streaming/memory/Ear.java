package isegoria.timeline.streaming.memory;

import isegoria.timeline.streaming.read.Channel;
import isegoria.timeline.streaming.read.CloseStatus;
import isegoria.timeline.streaming.read.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An open stream that remembers what it heard: {@code user update 12}. */
final class Ear implements OpenStream {

  final List<String> heard = new ArrayList<>();
  final List<CloseStatus> ends = new ArrayList<>();
  int ticks;
  private final long account;

  Ear(long account) {
    this.account = account;
  }

  /** What it has heard since the last time. */
  List<String> news() {
    var news = List.copyOf(heard);
    heard.clear();
    return news;
  }

  @Override
  public long account() {
    return account;
  }

  @Override
  public boolean readsNotifications() {
    return true;
  }

  @Override
  public void send(Channel channel, StreamEvent event) {
    String[] lines = new String(event.lines(), StandardCharsets.UTF_8).split("\n", -1);
    heard.add(
        String.join(" ", channel.label())
            + lines[0].substring("event:".length())
            + lines[1].substring("data:".length()));
  }

  @Override
  public void tick() {
    ticks++;
  }

  @Override
  public void end(CloseStatus status) {
    ends.add(status);
  }

  @Override
  public void received(byte[] bytes, int length) {
    throw new IllegalStateException("an ear says nothing");
  }

  @Override
  public void gone() {
    throw new IllegalStateException("an ear stays");
  }
}
