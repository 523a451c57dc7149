package io.openvpos.merchant.sitecheck.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.sitecheck.secret.Secrets;
import io.openvpos.merchant.sitecheck.secret.SecretsSettings;
import java.time.Clock;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The key of the secrets: the operator's, or the store's own.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsSettings.class)
class SecretsWiring {

  @Bean
  Secrets secrets(SecretsSettings settings, MongoDatabase database, Clock clock) {
    String set = settings.key();
    return new Secrets(
        set == null || set.isBlank()
            ? MongoSecretKey.load(database, clock)
            : Base64.getDecoder().decode(set.strip()));
  }
}
