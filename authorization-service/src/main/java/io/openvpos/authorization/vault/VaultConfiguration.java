package io.openvpos.authorization.vault;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.mongo.MongoBinTables;
import io.openvpos.authorization.vault.mongo.MongoCodeRows;
import io.openvpos.authorization.vault.mongo.MongoUseSeals;
import io.openvpos.messaging.task.Repeated;
import io.openvpos.messaging.task.Tasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the vault. Its bean is [Vault], [CardReveal] and [TokenRemoval].
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  /// Our own sweep, because not every store removes by time.
  private static final Duration CODES_SWEPT_EVERY = Duration.ofSeconds(20);

  private static final Duration SEALED_EVERY = Duration.ofMinutes(5);

  @Bean
  CardVault cardVault(
      KeyRing vaultKeys, VaultRows rows, BinTable binTable, CardUses uses, Clock clock) {
    return new CardVault(rows, vaultKeys, binTable, uses, new SecureRandom(), clock);
  }

  @Bean
  HeldCodes heldCodes(MongoDatabase database, CardReveal cards, KeyRing vaultKeys, Clock clock) {
    return new CodeVault(MongoCodeRows.in(database), cards, vaultKeys, new SecureRandom(), clock);
  }

  @Bean(initMethod = "start")
  Repeated heldCodesSweep(HeldCodes codes, Clock clock) {
    return new Repeated(
        "held-codes-sweep",
        CODES_SWEPT_EVERY,
        () -> codes.destroyOverdue(clock.instant()),
        Tasks.system());
  }

  @Bean
  BinTable binTable() {
    return BinTable.bundled();
  }

  @Bean
  Bins bins(BinTable binTable) {
    return new Bins(binTable);
  }

  @Bean(initMethod = "start")
  BinTableReader binTableReader(MongoDatabase database, BinTable binTable) {
    return new BinTableReader(MongoBinTables.in(database), binTable, Tasks.system());
  }

  @Bean(initMethod = "start")
  VaultRetention vaultRetention(
      VaultSettings settings, VaultRows rows, UseChain uses, Clock clock) {
    return new VaultRetention(rows, uses, settings, clock);
  }

  @Bean
  UseChain useChain(MongoDatabase database, CardUseRows uses, VaultSettings settings, Clock clock) {
    return new UseChain(uses, MongoUseSeals.in(database), settings.keepUses(), clock);
  }

  @Bean(initMethod = "start")
  Repeated useSealing(UseChain chain) {
    return new Repeated("card-use-sealing", SEALED_EVERY, chain::sealAll, Tasks.system());
  }
}
