package isegoria.tests.sweep;

import isegoria.tests.sweep.Place.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Searches a system's files, byte for byte; whatever else it shows is added by name. */
public final class FileSearch {
  private final List<Mark> marks;
  private final ByteSearch search;
  private final SearchResult found = new SearchResult();

  public FileSearch(List<Mark> marks) {
    this.marks = List.copyOf(marks);
    this.search = ByteSearch.of(marks);
  }

  /** Searches every file below a system's directory. */
  public FileSearch files(Path system) {
    try {
      Files.walkFileTree(
          system,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              one(Places.of(system.relativize(file)), file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              // Compacted away meanwhile: what replaces it is found by this look or the next.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void one(Place place, Path file) throws IOException {
    if (isIndex(file)) {
      found.lookedAt(place);
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      found.add(marks, place, search.count(in));
    } catch (NoSuchFileException gone) {
      found.lookedAt(place);
    }
  }

  /** Offsets and times only, in a megabyte of zeros. */
  private static boolean isIndex(Path file) {
    String name = file.toString();
    return name.contains(".index") || name.contains(".timeindex");
  }

  /** Searches what the system shows somewhere. */
  public FileSearch text(Kind kind, String name, byte[] shown) {
    found.add(marks, new Place(kind, name), search.count(shown));
    return this;
  }

  public SearchResult found() {
    return found;
  }
}
