package isegoria.tests.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.Systems;
import isegoria.tests.tidy.TidyRules.Source;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TidyTest {
  /** A walk that finds fewer has not seen the project. */
  private static final int SOURCES_MIN = 300;

  private static final Set<String> SKIPPED =
      Set.of("target", "data", "node_modules", ".git", ".idea", ".run");

  private static final Path ROOT = Systems.root();
  private static List<Source> sources = List.of();

  @BeforeAll
  static void read_the_project() throws IOException {
    var found = new ArrayList<Source>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(directory.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              found.add(new Source(ROOT.relativize(file), Files.readString(file)));
            } catch (MalformedInputException bytes) {
              // What is no text is no source.
            }
            return FileVisitResult.CONTINUE;
          }
        });
    sources = List.copyOf(found);
  }

  @Nested
  final class The_project {
    @Test
    void is_seen_whole() {
      assertThat(sources).hasSizeGreaterThan(SOURCES_MIN);
    }

    @Test
    void is_at_most_a_hundred_columns_wide() {
      assertClean(TidyRules::columns);
    }

    @Test
    void has_no_file_of_more_than_four_hundred_lines() {
      assertClean(TidyRules::length);
    }

    @Test
    void has_no_name_that_says_nothing() {
      assertClean(TidyRules::names);
    }

    @Test
    void puts_nothing_off_without_an_issue() {
      assertClean(TidyRules::laters);
    }

    @Test
    void describes_every_package() {
      assertClean(source -> TidyRules.packages(ROOT, source));
    }

    @Test
    void links_to_what_is_there() {
      assertClean(source -> TidyRules.links(ROOT, source));
    }

    @Test
    void names_in_its_readmes_only_files_that_are_there() {
      assertClean(source -> TidyRules.filesNamed(ROOT, source));
    }

    @Test
    void has_no_source_of_more_than_two_hundred_kilobytes() {
      assertClean(TidyRules::size);
    }

    @Test
    void names_no_path_of_a_machine() {
      assertClean(TidyRules::machinePaths);
    }

    @Test
    void names_who_acts() {
      assertClean(TidyRules::vagueWords);
    }

    private static void assertClean(Function<Source, List<String>> rule) {
      assertThat(sources.stream().flatMap(source -> rule.apply(source).stream()).distinct())
          .isEmpty();
    }
  }

  @Nested
  final class A_planted {
    @Test
    void wide_line_is_found() {
      assertThat(TidyRules.columns(java("  int x = 1;" + " ".repeat(90) + ";"))).hasSize(1);
      assertThat(TidyRules.columns(java("import a." + "b.".repeat(60) + "C;"))).isEmpty();
    }

    @Test
    void long_file_is_found() {
      assertThat(TidyRules.length(java("x\n".repeat(401)))).hasSize(1);
      assertThat(TidyRules.length(java("x\n".repeat(400)))).isEmpty();
    }

    @Test
    void empty_name_is_found() {
      for (String name :
          List.of(
              "PostManager",
              "AbstractPost",
              "PostImpl",
              "PostHelper",
              "StringUtils",
              "PostData",
              "AccountInfo",
              "PostDTO",
              "BasePost",
              "PostService",
              "PostProcessor")) {
        assertThat(TidyRules.names(java("final class " + name + " {"))).as(name).hasSize(1);
      }
      assertThat(TidyRules.names(java("  void handle(Post post) {"))).hasSize(1);
      assertThat(TidyRules.names(java("  public static void process(Post post) {"))).hasSize(1);
      assertThat(TidyRules.names(java("record Database(String name) {}"))).isEmpty();
      assertThat(TidyRules.names(java("public final class PostService {"))).isEmpty();
    }

    @Test
    void postponement_is_found() {
      assertThat(TidyRules.laters(java("// TO" + "DO: later"))).hasSize(1);
      assertThat(TidyRules.laters(java("// FIX" + "ME(#12)"))).hasSize(1);
      assertThat(TidyRules.laters(java("// TO" + "DO(#12): later"))).isEmpty();
    }

    @Test
    void package_without_description_is_found() {
      assertThat(TidyRules.packages(ROOT, new Source(Path.of("nowhere/A.java"), ""))).hasSize(1);
      Path description = Path.of("tests/src/main/java/isegoria/tests/package-info.java");
      assertThat(TidyRules.packages(ROOT, new Source(description, "package x;"))).hasSize(1);
    }

    @Test
    void absent_file_is_found() {
      var absent = new Source(Path.of("README.md"), "`tests/no" + "where.sh` runs it");
      assertThat(TidyRules.filesNamed(ROOT, absent)).hasSize(1);
      var present = new Source(Path.of("README.md"), "events/README.md, http://a.example/b.md");
      assertThat(TidyRules.filesNamed(ROOT, present)).isEmpty();
    }

    @Test
    void dead_link_is_found() {
      var page = new Source(Path.of("PAGE.md"), "[a](pom.xml) [b](no/such.md)");
      assertThat(TidyRules.links(ROOT, page)).hasSize(1);
      var outside = new Source(Path.of("PAGE.md"), "[a](https://example.org) [b](#below)");
      assertThat(TidyRules.links(ROOT, outside)).isEmpty();
    }

    @Test
    void large_source_is_found() {
      assertThat(TidyRules.size(java("x".repeat(200_001)))).hasSize(1);
    }

    @Test
    void path_of_a_machine_is_found() {
      assertThat(TidyRules.machinePaths(java("String at = \"/ro" + "ot/x\";"))).hasSize(1);
      assertThat(TidyRules.machinePaths(java("\"/api/v1/timelines/home/x\""))).isEmpty();
    }

    @Test
    void vague_word_is_found() {
      var main = Path.of("post-service/src/main/java/A.java");
      for (String word : List.of("Whoever", "nobody", "somebody", "anew", "made again")) {
        assertThat(TidyRules.vagueWords(new Source(main, "// " + word + " asks"))).hasSize(1);
        assertThat(TidyRules.vagueWords(new Source(Path.of("README.md"), word))).hasSize(1);
        assertThat(TidyRules.vagueWords(new Source(Path.of("docs/adr/1.md"), word))).isEmpty();
      }
      assertThat(TidyRules.vagueWords(new Source(main, "of(\"nobody\")"))).isEmpty();
    }

    private static Source java(String text) {
      return new Source(Path.of("A.java"), text);
    }
  }
}
