package io.openvpos.sandbox.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import io.openvpos.sandbox.house.Functions.Function;
import io.openvpos.sandbox.house.SourceTree.Source;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Sizes and words of the house style, and the formatter. The same google-java-format as `mvn
/// spotless:apply` writes with, run here because the toolchain gives tests a JDK that it can run
/// in.
@Execution(ExecutionMode.CONCURRENT)
class HouseStyleTest {

  private static final int MAIN_LINES = 400;
  private static final int TEST_LINES = 600;
  private static final int FUNCTION_LINES = 50;
  private static final Pattern WALL_CLOCK =
      Pattern.compile(
          "\\b(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime)\\.now\\(\\)"
              + "|System\\.currentTimeMillis\\(\\)");
  private static final Pattern BANNED_NAME =
      Pattern.compile(".*(Manager|Helper|Utils?|Impl|Data|Info|DTO|Processor)\\.java");

  // Written so that this file does not find itself.
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern SLEEP = Pattern.compile("Thread" + "\\.sleep");

  private final List<Source> sources = SourceTree.java();

  @Test
  void everyFileIsFormatted() {
    Formatter formatter = new Formatter();
    assertThat(sources.parallelStream().filter(source -> !isFormatted(formatter, source)).toList())
        .isEmpty();
  }

  private static boolean isFormatted(Formatter formatter, Source source) {
    try {
      return formatter.formatSourceAndFixImports(source.text()).equals(source.text());
    } catch (FormatterException e) {
      return false;
    }
  }

  @Test
  void filesStaySmall() {
    assertNone(source -> source.lines().size() > (source.isTest() ? TEST_LINES : MAIN_LINES));
  }

  @Test
  void functionsStaySmall() {
    // What is no longer altogether has no function that is.
    List<Source> candidates =
        sources.stream()
            .filter(source -> !source.isTest() && source.lines().size() > FUNCTION_LINES)
            .toList();
    List<Function> functions = Functions.of(candidates);
    assertThat(functions).hasSizeGreaterThan(candidates.size());
    assertThat(functions).filteredOn(function -> function.lines() > FUNCTION_LINES).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    assertNone(source -> BANNED_NAME.matcher(source.path().toString()).matches());
  }

  @Test
  void theClockIsInjected() {
    assertNone(source -> !source.isTest() && WALL_CLOCK.matcher(source.text()).find());
  }

  @Test
  void testsDoNotSleep() {
    assertNone(source -> source.isTest() && SLEEP.matcher(source.text()).find());
  }

  @Test
  void nothingIsLeftUnfinished() {
    assertNone(source -> UNFINISHED.matcher(source.text()).find());
  }

  @Test
  void everyMainPackageSaysWhatItOwns() {
    List<String> described =
        sources.stream()
            .filter(source -> source.path().endsWith("package-info.java"))
            .map(source -> source.folder())
            .toList();
    assertNone(source -> !source.isTest() && !described.contains(source.folder()));
  }

  private void assertNone(Predicate<Source> fault) {
    assertThat(sources.parallelStream().filter(fault).map(Source::toString)).isEmpty();
  }
}
