package io.openvpos.authorization.payment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.AuthorizationSettings;
import io.openvpos.authorization.ExemptionSettings;
import io.openvpos.authorization.HoldSettings;
import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerSettings;
import io.openvpos.authorization.payment.http.JsonAnswers;
import io.openvpos.authorization.payment.kafka.AvroFacts;
import io.openvpos.authorization.payment.mongo.MongoPayments;
import io.openvpos.authorization.payment.mongo.MongoVerifications;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.risk.RiskCheck;
import io.openvpos.authorization.threeds.Authenticate;
import io.openvpos.authorization.threeds.ThreeDSecureSettings;
import io.openvpos.authorization.vault.HeldCodes;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.task.Repeated;
import io.openvpos.messaging.task.Tasks;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the payment feature.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HoldSettings.class, ExemptionSettings.class})
class PaymentConfiguration {

  @Bean
  LifecycleRules lifecycleRules(
      IssuerSettings issuer, AuthorizationSettings settings, HoldSettings holds) {
    return new LifecycleRules(
        new IssuerTimes(issuer.answerTimeout(), settings.recoveryGrace()),
        holds.periodsOfSchemes(),
        settings.unresolvedAfter());
  }

  @Bean
  Documents paymentDocuments(MongoDatabase database) {
    return Documents.versioned(database, "payments");
  }

  @Bean
  OutboxRelay paymentRelay(Documents paymentDocuments, RecordSender sender) {
    return new OutboxRelay("payments", paymentDocuments, sender);
  }

  @Bean
  Payments payments(
      Documents paymentDocuments, AvroCodec codec, OutboxRelay relay, LifecycleRules rules) {
    return new MongoPayments(paymentDocuments, new AvroFacts(codec), relay, rules.issuer().grace());
  }

  @Bean
  CardholderChecks cardholderChecks(
      Authenticate authenticate,
      HeldCodes codes,
      ExemptionSettings exemptions,
      ThreeDSecureSettings settings) {
    return new CardholderChecks(authenticate, codes, exemptions.table(), settings.publicUrl());
  }

  @Bean
  PaymentLifecycle paymentLifecycle(
      Payments payments,
      BusinessDays days,
      Merchants merchants,
      Vault vault,
      RiskCheck risk,
      IssuerNetwork network,
      CardholderChecks checks,
      CardTestingGuard guard,
      JsonAnswers answers,
      LifecycleRules rules,
      Clock clock,
      Heartbeats heartbeats) {
    PaymentLifecycle lifecycle =
        PaymentLifecycle.over(
            new PaymentLifecycle.Parts(
                payments,
                days,
                merchants,
                vault,
                risk,
                network,
                answers.unattended(),
                checks,
                guard),
            rules,
            clock,
            Tasks.system());
    heartbeats.onTakeover(lifecycle.recovery()::sweepSoon);
    return lifecycle;
  }

  @Bean
  AuthorizePayment authorizePayment(PaymentLifecycle lifecycle) {
    return lifecycle.authorize();
  }

  @Bean
  Verifications verifications(MongoDatabase database) {
    return MongoVerifications.in(database);
  }

  @Bean(initMethod = "start")
  Repeated verificationRetention(Verifications verifications, Clock clock) {
    VerificationRetention retention = new VerificationRetention(verifications, clock);
    return new Repeated(
        "verification-retention", VerificationRetention.EVERY, retention::run, Tasks.system());
  }

  @Bean
  VerifyCard verifyCard(
      Verifications verifications,
      Merchants merchants,
      Vault vault,
      IssuerNetwork network,
      CardTestingGuard guard,
      LifecycleRules rules,
      Clock clock) {
    return new VerifyCard(verifications, merchants, vault, network, guard, rules.issuer(), clock);
  }

  @Bean
  AskForPoints askForPoints(
      Merchants merchants,
      Vault vault,
      IssuerNetwork network,
      CardTestingGuard guard,
      LifecycleRules rules,
      Clock clock) {
    return new AskForPoints(merchants, vault, network, guard, rules.issuer(), clock);
  }

  @Bean
  OperatePayment operatePayment(PaymentLifecycle lifecycle) {
    return lifecycle.operate();
  }

  @Bean
  UnresolvedReversals unresolvedReversals(PaymentLifecycle lifecycle) {
    return lifecycle.unresolved();
  }

  @Bean
  DayDrain paymentDayDrain(
      BusinessDays days,
      Heartbeats heartbeats,
      OutboxRelay relay,
      PaymentLifecycle lifecycle,
      DayMarkers markers) {
    Runnable sendEverything =
        () -> {
          lifecycle.recovery().sweepSoon();
          relay.sweep();
          relay.awaitSent();
        };
    return new DayDrain(days, heartbeats, Topics.PAYMENTS, sendEverything, markers);
  }

  /// Part of the readiness: an instance that has not heard of the open day refuses every sale.
  @Bean
  HealthIndicator openDay(BusinessDays days) {
    return () -> days.known() ? Health.up().build() : Health.outOfService().build();
  }

  /// What the last run left is taken up once the service stands.
  @Bean
  ApplicationListener<ApplicationReadyEvent> recoveryStart(PaymentLifecycle lifecycle) {
    return ready -> lifecycle.recovery().start();
  }
}
