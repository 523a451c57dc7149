package io.openvpos.merchant;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.ledger.ChainAudit;
import io.openvpos.merchant.ledger.Contracts;
import io.openvpos.merchant.ledger.Entries;
import io.openvpos.merchant.ledger.EntryFeed;
import io.openvpos.merchant.ledger.EntryReading;
import io.openvpos.merchant.ledger.HeadEntries;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.Heads;
import io.openvpos.merchant.ledger.Ledger;
import io.openvpos.merchant.ledger.PastBalances;
import io.openvpos.merchant.ledger.SourceDays;
import io.openvpos.merchant.ledger.TakenPartitions;
import io.openvpos.merchant.ledger.hold.CountStarts;
import io.openvpos.merchant.ledger.hold.HoldLog;
import io.openvpos.merchant.payments.EdgeClient;
import io.openvpos.merchant.payments.LinkDesk;
import io.openvpos.merchant.payments.PaymentDesk;
import io.openvpos.merchant.pricing.CardLookup;
import io.openvpos.merchant.pricing.bins.AuthorizationBins;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.staff.MerchantIds;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.SigningKey;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.mongo.MongoSigningKeys;
import io.openvpos.merchant.statement.Statements;
import io.openvpos.merchant.webhook.WebhookDesk;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.messaging.kafka.ServiceTopics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The objects that no room makes itself, because they join several.
@Configuration(proxyBeanMethods = false)
class Wiring {

  @Bean
  ServiceTopics serviceTopics(Topology topology) {
    return topology.topics();
  }

  @Bean
  Contracts contracts(Merchants merchants) {
    return merchantId ->
        merchants
            .find(merchantId)
            .map(Merchant::contracts)
            .orElseThrow(() -> new IllegalStateException("no merchant " + merchantId));
  }

  @Bean
  Ledger ledger(
      Heads heads,
      Entries entries,
      SourceDays days,
      HoldLog holds,
      Contracts contracts,
      EntryFeed feed) {
    return Ledger.over(
        new Ledger.Parts(heads, entries, days, holds, contracts, feed),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  @Bean
  CardLookup cardLookup(MerchantSettings settings) {
    return new AuthorizationBins(settings.authorizationUrl());
  }

  @Bean
  EdgeClient edgeClient(MerchantSettings settings) {
    return new EdgeClient(settings.authorizationUrl());
  }

  @Bean
  LinkDesk linkDesk(EdgeClient edgeClient) {
    return new LinkDesk(edgeClient);
  }

  @Bean
  WebhookDesk webhookDesk(EdgeClient edgeClient) {
    return new WebhookDesk(edgeClient);
  }

  @Bean
  PaymentDesk paymentDesk(EdgeClient edgeClient) {
    return new PaymentDesk(edgeClient);
  }

  @Bean
  HeadEntries headEntries(HeadReading heads, EntryReading entries) {
    return new HeadEntries(heads, entries);
  }

  @Bean
  PastBalances pastBalances(HeadReading heads, EntryReading entries) {
    return new PastBalances(heads, entries);
  }

  @Bean
  ChainAudit chainAudit(HeadReading heads, EntryReading entries) {
    return new ChainAudit(heads, entries);
  }

  @Bean
  Statements statements(HeadReading heads, EntryReading entries, PastBalances past) {
    return new Statements(heads, entries, past);
  }

  /// The caller comes from the access rules, not from the request's own parameters.
  @Bean
  OpenAPI openApi() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return new OpenAPI().info(new Info().title("merchant-service").version("v1"));
  }

  @Bean
  TakenPartitions takenPartitions(Ledger ledger) {
    return new TakenPartitions(ledger.release());
  }

  @Bean
  CountStarts countStarts(HoldLog holds) {
    return new CountStarts(holds);
  }

  @Bean
  MerchantIds merchantIds(Merchants merchants) {
    return id -> merchants.find(id).isPresent();
  }

  @Bean
  SigningKey signingKey(MongoDatabase database, Clock clock) {
    return MongoSigningKeys.load(database, clock);
  }

  @Bean
  TokenSigner tokenSigner(SigningKey key, Clock clock) {
    return new TokenSigner(key, clock);
  }

  /// This service verifies its tokens by its own key, without asking itself over HTTP.
  @Bean
  StaffKeys staffKeys(SigningKey key) {
    return keyId -> keyId.equals(key.id()) ? Optional.of(key.publicKey()) : Optional.empty();
  }

  @Bean
  ApplicationRunner bootstrapUsers(MerchantSettings settings, SignIn signIn) {
    return _ ->
        settings
            .bootstrapUsers()
            .forEach(user ->
                signIn.ensure(
                    user.email(),
                    user.password(),
                    user.roles().stream()
                        .map(code -> Role.of(code).orElseThrow())
                        .collect(Collectors.toSet()),
                    user.merchantId()));
  }
}
