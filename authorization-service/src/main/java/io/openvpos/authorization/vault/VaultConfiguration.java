package io.openvpos.authorization.vault;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.mongo.MongoCodeRows;
import io.openvpos.messaging.task.Tasks;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the vault. Its bean is both [Vault] and [CardReveal].
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  CardVault cardVault(KeyRing vaultKeys, VaultRows rows, CardUses uses, Clock clock) {
    return new CardVault(rows, vaultKeys, BinTable.bundled(), uses, new SecureRandom(), clock);
  }

  @Bean
  HeldCodes heldCodes(MongoDatabase database, CardReveal cards, KeyRing vaultKeys, Clock clock) {
    return new CodeVault(MongoCodeRows.in(database), cards, vaultKeys, new SecureRandom(), clock);
  }

  @Bean(initMethod = "start")
  HeldCodesSweep heldCodesSweep(HeldCodes codes, Clock clock) {
    return new HeldCodesSweep(codes, clock, Tasks.system());
  }

  @Bean
  Bins bins() {
    return new Bins();
  }

  @Bean(initMethod = "start")
  VaultRetention vaultRetention(
      VaultSettings settings, VaultRows rows, CardUseRows uses, Clock clock) {
    return new VaultRetention(rows, uses, settings, clock);
  }
}
