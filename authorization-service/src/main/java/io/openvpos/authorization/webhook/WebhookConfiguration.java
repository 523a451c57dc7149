package io.openvpos.authorization.webhook;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.payment.ToldAbout;
import io.openvpos.authorization.vault.Seals;
import io.openvpos.authorization.webhook.http.EventJson;
import io.openvpos.authorization.webhook.mongo.MongoDeliveries;
import io.openvpos.authorization.webhook.mongo.MongoEndpoints;
import io.openvpos.authorization.webhook.post.NettyPoster;
import io.openvpos.messaging.outbound.AddressRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Wires webhooks.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

  @Bean
  EndpointStore webhookEndpointStore(MongoDatabase database) {
    return MongoEndpoints.in(database);
  }

  @Bean
  DeliveryStore webhookDeliveryStore(MongoDatabase database) {
    return MongoDeliveries.in(database);
  }

  @Bean
  WebhookParts webhookParts(
      EndpointStore endpoints,
      DeliveryStore deliveries,
      Seals seals,
      WebhookSettings settings,
      Acceptance acceptance) {
    boolean open = settings.allowPrivate();
    return new WebhookParts(
        endpoints,
        deliveries,
        new EndpointSecrets(seals, new SecureRandom()),
        new NettyPoster(
            open ? AddressRule.ANY : AddressRule.PUBLIC,
            open,
            settings.extraTrust(),
            settings.timeout()),
        acceptance);
  }

  @Bean
  ToldAbout paymentWebhooks(DeliveryStore deliveries) {
    return new PaymentWebhooks(deliveries);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService webhookThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
  }

  /// The two know each other: what is announced is delivered, and an endpoint that is given up is
  /// announced.
  @Bean
  Announcement webhookAnnouncement(
      WebhookParts parts, JsonMapper json, ObjectProvider<Deliverer> deliverer, Clock clock) {
    return new Announcement(
        parts.endpoints(),
        parts.deliveries(),
        new EventJson(json),
        endpointId -> deliverer.getObject().due(endpointId),
        clock);
  }

  @Bean
  Deliverer webhookDeliverer(
      WebhookParts parts,
      Announcement announcement,
      ExecutorService webhookThreads,
      WebhookSettings settings,
      Clock clock) {
    return new Deliverer(
        parts,
        new Try(parts, announcement, settings.lease(), clock),
        webhookThreads,
        settings.atOnce(),
        clock);
  }

  @Bean
  WebhookEndpoints webhookEndpoints(
      WebhookParts parts, Announcement announcement, Deliverer deliverer, Clock clock) {
    return new WebhookEndpoints(parts, announcement, deliverer, new SecureRandom(), clock);
  }

  @Bean(initMethod = "start")
  WebhookUpkeep webhookUpkeep(
      WebhookParts parts, Deliverer deliverer, WebhookSettings settings, Seals seals, Clock clock) {
    return new WebhookUpkeep(parts, deliverer, seals, settings, clock);
  }
}
