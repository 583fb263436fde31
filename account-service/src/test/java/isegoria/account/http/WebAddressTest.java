package isegoria.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.example", "HTTP://app.example/a?b#c", "http://localhost:3000/"})
  void a_page_on_the_web_is_a_website(String text) {
    assertThat(WebAddress.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript://app.example/%0Aalert(1)",
        "data:text/html,x",
        "ftp://app.example",
        "app.example",
        "//app.example",
        "https:",
        "https:///x",
        "https://bank.example@app.example",
        "https://a b",
        "urn:ietf:wg:oauth:2.0:oob"
      })
  void nothing_else_is(String text) {
    assertThat(WebAddress.isOne(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ietf:wg:oauth:2.0:oob",
        "https://app.example/callback?x=1",
        "http://localhost:3000/callback",
        "http://127.0.0.1",
        "com.app.example:/callback",
        "oauth2redirect://app.example/",
        "app:callback"
      })
  void an_app_is_led_back_to_a_page_or_a_scheme_of_its_own(String text) {
    assertThat(WebAddress.isRedirectUri(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "VBScript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:https://app.example/x",
        "/callback",
        "callback",
        "https:callback",
        "https://a@b.example",
        "https://app.example/#x"
      })
  void but_nowhere_else(String text) {
    assertThat(WebAddress.isRedirectUri(text)).isFalse();
  }
}
