package io.openvpos.authorization.fakes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Feeds a reader with broken inputs: every file of its corpus as it is, then mutations of them by
/// a seed. A reader may refuse with the exceptions that it is known for; anything else is a crash,
/// whose input goes into the corpus once it is mended.
///
/// `-Dfuzz.seconds=600` goes on for so long, each time from another seed, which is printed;
/// `-Dfuzz.seed=` plays one again.
public final class Fuzz {

  private static final Path CORPORA = Path.of("src/test/resources/fuzz");
  private static final long SEED = 20_261_130;
  private static final int USUAL_RUNS = 4_000;
  private static final int LONGEST = 8_192;
  private static final byte[] TELLING =
      "\0\u00ff\"\\{}[]:,-+.eE0123456789 /%=&".getBytes(StandardCharsets.ISO_8859_1);
  private static final List<String> PIECES =
      List.of(
          "99999999999999999999",
          "-1",
          "1e400",
          "null",
          "\"\"",
          "[]",
          "{}",
          "\\ud800",
          "\\u0000",
          "\u0130\u015f",
          "4155650100416111",
          "\r\n");

  private final List<byte[]> corpus;
  private final Random random;

  private Fuzz(List<byte[]> corpus, long seed) {
    this.corpus = corpus;
    random = new Random(seed);
  }

  /// What is fed. Whatever it throws is judged by a [Target].
  public interface Reader {

    void read(byte[] input) throws Exception;
  }

  /// A reader with what it takes to feed it, here or by another fuzzer.
  ///
  /// @param corpus name of the folder
  /// @param known the exceptions that are refusals
  public record Target(String corpus, Reader reader, Predicate<Exception> known) {

    /// Feeds the corpus and its mutations.
    public void run() {
      Fuzz.run(this);
    }

    /// Feeds one input; fails if it is neither read nor refused.
    public void feed(byte[] input) {
      Fuzz.feed("of another fuzzer", input, reader, known);
    }
  }

  private static void run(Target target) {
    List<byte[]> corpus = corpus(target.corpus());
    Reader reader = target.reader();
    Predicate<Exception> known = target.known();
    corpus.forEach(input -> feed("of the corpus", input, reader, known));
    long seconds = Long.getLong("fuzz.seconds", 0);
    long seed =
        Long.getLong("fuzz.seed", seconds == 0 ? SEED : new Random().nextLong(1_000_000_000));
    long end = System.nanoTime() + seconds * 1_000_000_000;
    Fuzz fuzz = new Fuzz(corpus, seed);
    String where = "of -Dfuzz.seed=" + seed;
    for (long i = 0; i < USUAL_RUNS || System.nanoTime() - end < 0; i++) {
      feed(where + ", the " + i + "th", fuzz.next(), reader, known);
    }
  }

  private static void feed(String where, byte[] input, Reader reader, Predicate<Exception> known) {
    try {
      reader.read(input);
    } catch (Exception e) {
      if (!known.test(e)) {
        throw new AssertionError(said(where, input), e);
      }
    } catch (StackOverflowError | AssertionError e) {
      throw new AssertionError(said(where, input), e);
    }
  }

  private static String said(String where, byte[] input) {
    return "input %s, in hex: %s".formatted(where, HexFormat.of().formatHex(input));
  }

  private static List<byte[]> corpus(String name) {
    try (Stream<Path> files = Files.list(CORPORA.resolve(name))) {
      List<byte[]> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        all.add(bytes(file));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of a `.bin` file as they are, of others without the line's end.
  private static byte[] bytes(Path file) throws IOException {
    return file.toString().endsWith(".bin")
        ? Files.readAllBytes(file)
        : Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] next() {
    byte[] input = corpus.get(random.nextInt(corpus.size()));
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      input = changed(input);
    }
    return input.length > LONGEST ? head(input, LONGEST) : input;
  }

  private byte[] changed(byte[] input) {
    int at = random.nextInt(input.length + 1);
    int to = Math.min(input.length, at + 1 + random.nextInt(16));
    return switch (random.nextInt(8)) {
      case 0 -> spliced(head(input, at), tail(input, to));
      case 1 -> spliced(head(input, to), tail(input, at));
      case 2 -> head(input, at);
      case 3 -> spliced(head(input, at), noise(), tail(input, at));
      case 4 -> spliced(head(input, at), piece(), tail(input, to));
      case 5 -> spliced(head(input, at), tail(corpus.get(random.nextInt(corpus.size())), at));
      case 6 -> flipped(input, 1 << random.nextInt(8));
      default -> flipped(input, 0);
    };
  }

  /// @param bit to turn; 0 puts a telling byte there
  private byte[] flipped(byte[] input, int bit) {
    byte[] copy = input.clone();
    if (copy.length > 0) {
      int at = random.nextInt(copy.length);
      copy[at] = bit == 0 ? TELLING[random.nextInt(TELLING.length)] : (byte) (copy[at] ^ bit);
    }
    return copy;
  }

  private byte[] noise() {
    byte[] noise = new byte[1 + random.nextInt(12)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] piece() {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] head(byte[] input, int to) {
    return Arrays.copyOf(input, Math.min(to, input.length));
  }

  private static byte[] tail(byte[] input, int from) {
    return Arrays.copyOfRange(input, Math.min(from, input.length), input.length);
  }

  private static byte[] spliced(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
