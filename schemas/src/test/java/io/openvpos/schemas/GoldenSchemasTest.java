package io.openvpos.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;

/// Topics are kept for ever, so today's code must read what was ever written, and yesterday's code
/// what is written today. Every version of every record that was published stays in
/// `src/test/resources/golden` as `<full name>.v<n>.avsc`; no server is asked.
class GoldenSchemasTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));
  private static final String HOW_TO =
      """
      If the change is meant and compatible (a field added with a default), add a golden copy:
        mvn -pl schemas test -Dtest=GoldenSchemasTest -Dgolden=write
      and commit the new file. Never edit or delete an older one: records written with it are kept
      for ever. A change that is not compatible needs a new topic (.v2) instead.\
      """;

  private final Map<String, Schema> current = PublishedLanguage.records();
  private final Map<String, NavigableMap<Integer, Schema>> golden = read();

  @Test
  void everyRecordEqualsItsNewestGoldenCopy() throws IOException {
    assertThat(current).hasSizeGreaterThan(20);
    for (Map.Entry<String, Schema> each : current.entrySet()) {
      NavigableMap<Integer, Schema> versions =
          golden.computeIfAbsent(each.getKey(), name -> new TreeMap<>());
      if (WRITE
          && (versions.isEmpty() || !same(versions.lastEntry().getValue(), each.getValue()))) {
        write(each.getKey(), versions.size() + 1, each.getValue());
        versions.put(versions.size() + 1, each.getValue());
      }
      assertThat(versions).as("%s has no golden copy.\n%s", each.getKey(), HOW_TO).isNotEmpty();
      assertThat(text(each.getValue()))
          .as("%s differs from its golden copy v%d.\n%s", each.getKey(), versions.lastKey(), HOW_TO)
          .isEqualTo(text(versions.lastEntry().getValue()));
    }
  }

  @Test
  void everyGoldenCopyIsCompatibleBothWays() {
    golden.forEach((name, versions) -> {
      Schema now = current.get(name);
      if (now == null) {
        throw new AssertionError(
            name + " is no longer published, but records of it are kept for ever");
      }
      versions.forEach((version, then) -> {
        compatible(now, then, "today's %s cannot read v%d".formatted(name, version));
        compatible(then, now, "v%2$d of %1$s cannot read today's".formatted(name, version));
      });
    });
  }

  @Test
  void noMoneyIsAFloat() {
    current.values().forEach(GoldenSchemasTest::refuseFloats);
  }

  private static void compatible(Schema reader, Schema writer, String otherwise) {
    SchemaPairCompatibility found =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    assertThat(found.getType())
        .as(
            "%s: %s.\nAdd fields with a default only, or make a new topic (.v2).",
            otherwise, found.getResult().getIncompatibilities())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  private static void refuseFloats(Schema schema) {
    assertThat(schema.toString())
        .as("%s has a float or double", schema.getFullName())
        .doesNotContain("\"float\"", "\"double\"");
  }

  private static boolean same(Schema one, Schema other) {
    return text(one).equals(text(other));
  }

  private static String text(Schema schema) {
    return SchemaFormatter.format("json/pretty", schema) + "\n";
  }

  private static void write(String name, int version, Schema schema) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name + ".v" + version + ".avsc"), text(schema));
  }

  private static Map<String, NavigableMap<Integer, Schema>> read() {
    Map<String, NavigableMap<Integer, Schema>> found = new TreeMap<>();
    for (Path file : files()) {
      String stem = file.getFileName().toString().replace(".avsc", "");
      int dot = stem.lastIndexOf(".v");
      found
          .computeIfAbsent(stem.substring(0, dot), name -> new TreeMap<>())
          .put(Integer.valueOf(stem.substring(dot + 2)), parse(file));
    }
    return found;
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".avsc"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new AssertionError("the golden copies cannot be read", e);
    }
  }

  private static Schema parse(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
