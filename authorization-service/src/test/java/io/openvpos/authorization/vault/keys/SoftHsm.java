package io.openvpos.authorization.vault.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Assumptions;

/// A token behind a PKCS#11 library of this machine: SoftHSM with a store of its own, where it is
/// installed. `-Dhsm.library=`, `-Dhsm.slot=` and `-Dhsm.pin=` name another, which is left with the
/// keys of the tests. Without either the test is skipped.
@SuppressWarnings("restricted") // Native calls stand in for what only a hand can do to a token.
public final class SoftHsm {

  private static final Optional<SoftHsm> FOUND = found();

  private final Path library;
  private final long slot;
  private final String pin;

  private SoftHsm(Path library, long slot, String pin) {
    this.library = library;
    this.slot = slot;
    this.pin = pin;
  }

  /// The one of this machine, or the test ends here.
  public static SoftHsm orSkip() {
    Assumptions.assumeTrue(
        FOUND.isPresent(), "no PKCS#11 library here: install softhsm2 or set -Dhsm.library");
    return FOUND.orElseThrow();
  }

  private static Optional<SoftHsm> found() {
    String named = System.getProperty("hsm.library");
    if (named != null) {
      return Optional.of(
          new SoftHsm(
              Path.of(named), Long.getLong("hsm.slot", 0), System.getProperty("hsm.pin", "")));
    }
    Optional<Path> command = first("/usr/bin/softhsm2-util", "/usr/local/bin/softhsm2-util");
    return first(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so")
        .flatMap(library -> command.map(util -> made(library, util)));
  }

  private static Optional<Path> first(String... paths) {
    return Stream.of(paths).map(Path::of).filter(Files::exists).findFirst();
  }

  private static SoftHsm made(Path library, Path command) {
    try {
      Path folder = Files.createTempDirectory("softhsm");
      Path settings = folder.resolve("softhsm2.conf");
      Files.createDirectory(folder.resolve("tokens"));
      Files.writeString(settings, "directories.tokendir = " + folder.resolve("tokens") + "\n");
      // The library reads it of this process when it is loaded.
      setEnvironment("SOFTHSM2_CONF", settings.toString());
      var asked =
          new ProcessBuilder(
                  command.toString(),
                  "--init-token",
                  "--free",
                  "--label",
                  "vpos",
                  "--so-pin",
                  "87654321",
                  "--pin",
                  "12345678")
              .redirectErrorStream(true);
      asked.environment().put("SOFTHSM2_CONF", settings.toString());
      String said = new String(asked.start().getInputStream().readAllBytes(), UTF_8);
      Matcher slot = Pattern.compile("slot (\\d+)\\s*$").matcher(said);
      if (!slot.find()) {
        throw new IllegalStateException(said);
      }
      return new SoftHsm(library, Long.parseLong(slot.group(1)), "12345678");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path library() {
    return library;
  }

  public long slot() {
    return slot;
  }

  public String pin() {
    return pin;
  }

  Pkcs11 door() {
    return new Pkcs11(library, slot, () -> pin);
  }

  /// Puts a key in, in the place of any other.
  public SoftHsm with(String label, String algorithm, byte[] key) {
    try {
      without(label).door().put(label, new SecretKeySpec(key, algorithm));
      return this;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes a key out, if it is there.
  public SoftHsm without(String label) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", door().open().provider());
      store.load(null, pin.toCharArray());
      if (store.containsAlias(label)) {
        store.deleteEntry(label);
      }
      return this;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Ends every session of this process, as a token does that was pulled out and put in again.
  void loseSessions() {
    call(
        SymbolLookup.libraryLookup(library, Arena.global()).findOrThrow("C_CloseAllSessions"),
        FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
        slot);
  }

  private static void setEnvironment(String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      call(
          Linker.nativeLinker().defaultLookup().findOrThrow("setenv"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          arena.allocateFrom(name),
          arena.allocateFrom(value),
          1);
    }
  }

  private static void call(MemorySegment function, FunctionDescriptor shape, Object... arguments) {
    try {
      Object code =
          Linker.nativeLinker().downcallHandle(function, shape).invokeWithArguments(arguments);
      if (!(code instanceof Number number) || number.longValue() != 0) {
        throw new IllegalStateException("answered " + code);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
