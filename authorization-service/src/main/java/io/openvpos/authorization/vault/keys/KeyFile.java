package io.openvpos.authorization.vault.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// Keys in a file of the settings folder, readable by its owner only.
final class KeyFile implements KeyProvider {

  static final String NAME = "vault-keys.properties";

  private final Path folder;
  private final boolean generate;
  private final Hsm hsm;

  /// @param generate make the file if it is missing
  KeyFile(Path folder, boolean generate, Hsm hsm) {
    this.folder = folder;
    this.generate = generate;
    this.hsm = hsm;
  }

  @Override
  public KeyRing load() {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return KeyText.parse(Files.readString(file, US_ASCII), file.toString(), hsm);
    } catch (IOException e) {
      throw new UncheckedIOException("the vault's key file " + file + " cannot be used", e);
    }
  }

  private void create(Path file) throws IOException {
    if (!generate) {
      throw new IllegalStateException(
          "The vault's key file "
              + file
              + " is missing. Put it back from its backup, or, where no card was ever stored, set"
              + " vpos.vault.generate-keys=true once.");
    }
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, NAME, ".new");
    try {
      if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      writeDurably(draft, KeyText.generate(new SecureRandom()));
      // A link, unlike a move, never replaces the file of an instance that was faster.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // The other instance's keys are the keys.
    } finally {
      Files.delete(draft);
    }
  }

  private static void writeDurably(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
