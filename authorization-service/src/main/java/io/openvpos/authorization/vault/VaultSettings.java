package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.Hsm;
import io.openvpos.authorization.vault.keys.KeyMove;
import io.openvpos.authorization.vault.keys.KeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the vault's keys are and how long it keeps a card.
///
/// @param folder holds the key file `vault-keys.properties`; not needed where `keys` is set
/// @param generateKeys make the key file at the first start; otherwise a missing one refuses the
///   start, so that a lost volume never silently starts a second set of keys
/// @param keys the text of a key file, from the environment; semicolons may stand for line ends
/// @param hsm where keys lie that the file or `keys` has labels of, if any
/// @param retention a card not used for so long is removed
/// @param untakenLife a token for one payment that none took for so long is removed
/// @param keepUses how long the records of uses are kept
@ConfigurationProperties("vpos.vault")
public record VaultSettings(
    @Nullable Path folder,
    @DefaultValue("false") boolean generateKeys,
    @Nullable String keys,
    @Nullable HsmSettings hsm,
    @DefaultValue("540d") Duration retention,
    @DefaultValue("1d") Duration untakenLife,
    @DefaultValue("400d") Duration keepUses) {

  /// Shorter, and a refund within the schemes' time limits would not find its card.
  private static final Duration SHORTEST_RETENTION = Duration.ofDays(30);

  /// Shorter, and a payer who thinks it over would have to type the card again.
  private static final Duration SHORTEST_UNTAKEN_LIFE = Duration.ofHours(1);

  /// PCI DSS 10.5.1: twelve months.
  private static final Duration SHORTEST_AUDIT = Duration.ofDays(365);

  public VaultSettings {
    if (retention.compareTo(SHORTEST_RETENTION) < 0) {
      throw new IllegalArgumentException("vpos.vault.retention is below 30 days");
    }
    if (untakenLife.compareTo(SHORTEST_UNTAKEN_LIFE) < 0) {
      throw new IllegalArgumentException("vpos.vault.untaken-life is below an hour");
    }
    if (keepUses.compareTo(SHORTEST_AUDIT) < 0) {
      throw new IllegalArgumentException("vpos.vault.keep-uses is below 365 days");
    }
    if (folder == null && isBlank(keys)) {
      throw new IllegalArgumentException("set vpos.vault.folder or vpos.vault.keys");
    }
  }

  KeyProvider keyProvider(Clock clock) {
    Hsm keeper = hsm == null ? Hsm.none() : new Hsm(hsm.way(), clock);
    if (keys != null && !keys.isBlank()) {
      return KeyProvider.ofText(keys, "vpos.vault.keys", keeper);
    }
    if (folder == null) {
      throw new IllegalStateException("the constructor refuses this");
    }
    return KeyProvider.inFolder(folder, generateKeys, keeper);
  }

  /// Puts a key that is written out into the HSM.
  ///
  /// @param name of its line
  public void moveToHsm(String name, String label) throws GeneralSecurityException, IOException {
    if (hsm == null) {
      throw new IOException("none is set by vpos.vault.hsm");
    }
    KeyMove.into(hsm.way(), keyProvider(Clock.systemUTC()).load(), name, label);
  }

  @Override
  public String toString() {
    return "VaultSettings[folder="
        + folder
        + ", hsm="
        + hsm
        + ", retention="
        + retention
        + ", untakenLife="
        + untakenLife
        + ", keepUses="
        + keepUses
        + "]";
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
