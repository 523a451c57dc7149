package io.openvpos.sandbox.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Java sources of the repository, generated ones left out.
final class SourceTree {

  static final Path ROOT = root();

  private SourceTree() {}

  record Source(Path path, String text) {
    boolean isTest() {
      String place = path.toString();
      return place.contains("/src/test/") || place.contains("/src/onnx/test/");
    }

    String folder() {
      return String.valueOf(path.getParent());
    }

    List<String> lines() {
      return text.lines().toList();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  static List<Source> java() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().contains("/target/"))
          .sorted()
          .map(path -> new Source(ROOT.relativize(path), read(path)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docker-compose.yml")) ? here : here.resolve("..").normalize();
  }
}
