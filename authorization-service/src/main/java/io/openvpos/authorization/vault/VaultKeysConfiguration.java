package io.openvpos.authorization.vault;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.mongo.MongoCardUses;
import io.openvpos.authorization.vault.mongo.MongoVaultRows;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the service and its commands both need of the vault: keys, rows, and what changes the keys.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
public class VaultKeysConfiguration {

  @Bean
  KeyRing vaultKeys(VaultSettings settings, ObjectProvider<Clock> clock) {
    return settings.keyProvider(clock.getIfAvailable(Clock::systemUTC)).load();
  }

  @Bean
  VaultRows vaultRows(MongoDatabase database) {
    return MongoVaultRows.in(database);
  }

  @Bean
  CardUseRows cardUseRows(MongoDatabase database) {
    return MongoCardUses.in(database);
  }

  @Bean
  CardUses cardUses(CardUseRows rows, ObjectProvider<Clock> clock) {
    return new CardUses(rows, clock.getIfAvailable(Clock::systemUTC), new SecureRandom());
  }

  @Bean
  Seals seals(KeyRing vaultKeys) {
    return new Seals(vaultKeys, new SecureRandom());
  }

  @Bean
  KeyRotation keyRotation(VaultRows rows, KeyRing vaultKeys, CardUses uses) {
    return new KeyRotation(rows, vaultKeys, uses, new SecureRandom());
  }
}
