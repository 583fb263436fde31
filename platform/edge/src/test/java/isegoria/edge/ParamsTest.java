package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.events.AccountId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ParamsTest {

  @Nested
  final class Lists {

    @Test
    void brackets_indexes_a_single_value_and_json_say_the_same() {
      assertThat(Params.ofForm("id[]=1&id[]=2").list("id")).containsExactly("1", "2");
      assertThat(Params.ofForm("id%5B%5D=1&id%5B%5D=2").list("id")).containsExactly("1", "2");
      assertThat(Params.ofForm("id=1").list("id")).containsExactly("1");
      assertThat(Params.ofForm("id=1&id=2").list("id")).containsExactly("1", "2");
      assertThat(Params.ofForm("id[1]=2&id[0]=1").list("id")).containsExactly("1", "2");
      assertThat(Params.ofForm("id[10]=b&id[9]=a").list("id")).containsExactly("a", "b");
      assertThat(Params.ofJson("{\"id\":[1,\"2\"]}").list("id")).containsExactly("1", "2");
      assertThat(Params.ofJson("{\"id\":{\"1\":2,\"0\":1}}").list("id")).containsExactly("1", "2");
    }

    @Test
    void what_is_absent_or_empty_is_an_empty_list() {
      assertThat(Params.EMPTY.list("id")).isEmpty();
      assertThat(Params.ofForm("id[]=").list("id")).isEmpty();
      assertThat(Params.ofJson("{\"id\":null}").list("id")).isEmpty();
      assertThat(Params.ofJson("{\"id\":[null]}").list("id")).isEmpty();
    }

    @Test
    void lists_within_an_object_are_found_by_their_path() {
      Params form = Params.ofForm("poll[options][]=a&poll[options][]=b&poll[expires_in]=300");

      assertThat(form.list("poll[options]")).containsExactly("a", "b");
      assertThat(form.map("poll").list("options")).containsExactly("a", "b");
      assertThat(form.integer("poll[expires_in]")).isEqualTo(300);
      assertThat(Params.ofJson("{\"poll\":{\"options\":[\"a\"]}}").list("poll[options]"))
          .containsExactly("a");
    }

    @Test
    void what_cannot_be_an_id_is_left_out_of_ids() {
      assertThat(Params.ofForm("id[]=12&id[]=x&id[]=-1&id[]=99999999999999999999").accountIds("id"))
          .containsExactly(new AccountId(12));
    }

    @Test
    void an_object_is_no_list() {
      refuses(400, () -> Params.ofForm("id[a]=1").list("id"));
      refuses(400, () -> Params.ofJson("{\"id\":[{\"a\":1}]}").list("id"));
    }
  }

  @Nested
  final class Objects {

    @Test
    void a_list_of_objects_comes_by_index_by_order_and_as_json() {
      String indexed =
          "fields_attributes[0][name]=a&fields_attributes[0][value]=1"
              + "&fields_attributes[1][name]=b&fields_attributes[1][value]=2";
      String ordered = indexed.replaceAll("\\[[01]]", "[]");
      String array =
          "{\"fields_attributes\":[{\"name\":\"a\",\"value\":1},{\"name\":\"b\",\"value\":2}]}";

      for (Params params :
          new Params[] {Params.ofForm(indexed), Params.ofForm(ordered), Params.ofJson(array)}) {
        assertThat(params.maps("fields_attributes"))
            .extracting(of -> of.text("name") + of.text("value"))
            .containsExactly("a1", "b2");
      }
    }

    @Test
    void a_name_whose_brackets_do_not_pair_is_a_plain_name() {
      assertThat(Params.ofForm("a[b=1").text("a[b")).isEqualTo("1");
      assertThat(Params.ofForm("[]=1&a]=2").has("a")).isFalse();
    }

    @Test
    void a_name_cannot_be_a_text_and_an_object() {
      refuses(400, () -> Params.ofForm("a=1&a[b]=2"));
      refuses(400, () -> Params.ofForm("a[b]=2&a[]=1"));
      refuses(400, () -> Params.ofForm("a[b]=1").text("a"));
      refuses(400, () -> Params.ofForm("a=1").map("a"));
    }
  }

  @Nested
  final class Values {

    @Test
    void a_flag_has_many_forms() {
      for (String yes : new String[] {"true", "1", "on", "True", "t", " true "}) {
        assertThat(Params.ofForm("a=" + yes.replace(' ', '+')).flag("a", false)).isTrue();
      }
      for (String no : new String[] {"false", "0", "off", "FALSE", "f"}) {
        assertThat(Params.ofForm("a=" + no).flag("a", true)).isFalse();
      }
      assertThat(Params.ofJson("{\"a\":true}").flag("a", false)).isTrue();
      assertThat(Params.ofJson("{\"a\":\"true\"}").flag("a", false)).isTrue();
      assertThat(Params.ofJson("{\"a\":1}").flag("a", false)).isTrue();
      assertThat(Params.ofJson("{\"a\":null}").flag("a", true)).isTrue();
      assertThat(Params.ofForm("a=").flag("a", true)).isTrue();
      refuses(400, () -> Params.ofForm("a=maybe").flag("a", true));
    }

    @Test
    void an_integer_is_a_whole_number() {
      assertThat(Params.ofForm("a=-7").integer("a", 1)).isEqualTo(-7);
      assertThat(Params.ofForm("a=").integer("a", 1)).isEqualTo(1);
      refuses(400, () -> Params.ofForm("a=7.5").integer("a"));
      refuses(400, () -> Params.ofForm("a=99999999999999999999").integer("a"));
      refuses(400, () -> Params.ofJson("{\"a\":[7]}").integer("a"));
    }

    @Test
    void a_plain_name_sent_twice_means_its_last_value() {
      assertThat(Params.ofForm("limit=20&limit=40").text("limit")).isEqualTo("40");
    }

    @Test
    void text_is_decoded_and_otherwise_left_alone() {
      assertThat(Params.ofForm("a=x+%C3%A9%26&b").text("a")).isEqualTo("x é&");
      assertThat(Params.ofForm("a=x&b").text("b")).isEmpty();
      assertThat(Params.ofJson("{\"a\":1.5,\"b\":\"\"}").text("a")).isEqualTo("1.5");
      assertThat(Params.ofJson("{\"b\":\"\"}").text("b")).isEmpty();
    }

    @Test
    void an_id_that_cannot_be_one_is_not_found() {
      assertThat(Params.ofForm("a=12").accountId("a")).isEqualTo(new AccountId(12));
      assertThat(Params.ofForm("a=").accountId("a")).isNull();
      refuses(404, () -> Params.ofForm("a=x").accountId("a"));
      refuses(404, () -> Params.ofForm("a=9223372036854775808").postId("a"));
    }

    @Test
    void what_is_needed_and_absent_is_named() {
      assertThatThrownBy(() -> Params.ofForm("a=").required("a"))
          .hasMessage("Required parameter is missing: a");
    }
  }

  @Nested
  final class Bounds {

    @Test
    void more_values_than_the_bound_are_refused() {
      refuses(413, () -> Params.ofForm("a[]=1&".repeat(ParamReader.VALUES_MAX + 1)));
      refuses(413, () -> Params.ofJson("{\"a\":[1" + ",1".repeat(2_000) + "]}"));
    }

    @Test
    void deeper_nesting_than_the_bound_is_refused() {
      refuses(400, () -> Params.ofForm("a" + "[b]".repeat(20) + "=1"));
      refuses(400, () -> Params.ofJson("{\"a\":".repeat(50) + "1" + "}".repeat(50)));
    }

    @Test
    void a_longer_name_than_the_bound_is_refused() {
      refuses(400, () -> Params.ofForm("a".repeat(ParamReader.NAME_CHARACTERS_MAX + 1) + "=1"));
    }

    @Test
    void what_is_no_json_object_is_refused() {
      refuses(400, () -> Params.ofJson("{"));
      refuses(400, () -> Params.ofJson("[1]"));
      refuses(400, () -> Params.ofJson("\"a\""));
      refuses(400, () -> Params.ofJson("{\"a\":1} x"));
      refuses(400, () -> Params.ofForm("a=%zz"));
      assertThat(Params.ofJson(" ").has("a")).isFalse();
      assertThat(Params.ofJson("null").has("a")).isFalse();
    }
  }

  private static void refuses(int status, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }
}
