package io.openvpos.authorization.payment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.AuthorizationSettings;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerSettings;
import io.openvpos.authorization.payment.http.JsonAnswers;
import io.openvpos.authorization.payment.kafka.AvroFacts;
import io.openvpos.authorization.payment.mongo.MongoPayments;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.risk.RiskCheck;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the payment feature.
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

  @Bean
  IssuerTimes issuerTimes(IssuerSettings issuer, AuthorizationSettings settings) {
    return new IssuerTimes(issuer.answerTimeout(), settings.recoveryGrace());
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
      Documents paymentDocuments, AvroCodec codec, OutboxRelay relay, IssuerTimes times) {
    return new MongoPayments(paymentDocuments, new AvroFacts(codec), relay, times.grace());
  }

  @Bean
  PaymentWrites paymentWrites(Payments payments, BusinessDays days) {
    return new PaymentWrites(payments, days);
  }

  @Bean
  ForwardAdvices forwardAdvices(
      Payments payments, PaymentWrites writes, IssuerNetwork network, JsonAnswers answers) {
    ForwardAdvices advices = new ForwardAdvices(payments, writes, network, answers.unattended());
    writes.onStored(advices::stored);
    return advices;
  }

  @Bean
  Recovery recovery(
      Payments payments,
      PaymentWrites writes,
      ForwardAdvices advices,
      JsonAnswers answers,
      IssuerTimes times,
      Clock clock,
      Heartbeats heartbeats) {
    Recovery recovery = new Recovery(payments, writes, advices, answers.unattended(), times, clock);
    heartbeats.onTakeover(recovery::sweepSoon);
    writes.onGivenUp(recovery::lookSoon);
    return recovery;
  }

  @Bean
  IssuerCalls issuerCalls(
      IssuerNetwork network,
      PaymentWrites writes,
      JsonAnswers answers,
      IssuerTimes times,
      Clock clock) {
    LateAnswers lateAnswers = new LateAnswers(writes, answers.unattended());
    network.onLateAnswer(lateAnswers::arrived);
    return new IssuerCalls(network, lateAnswers, times, clock);
  }

  @Bean
  AuthorizePayment authorizePayment(
      Payments payments,
      PaymentWrites writes,
      Merchants merchants,
      Vault vault,
      RiskCheck risk,
      IssuerCalls issuer,
      Recovery recovery,
      Clock clock) {
    return new AuthorizePayment(payments, writes, merchants, vault, risk, issuer, recovery, clock);
  }

  @Bean
  OperatePayment operatePayment(
      PaymentWrites writes,
      Merchants merchants,
      IssuerCalls issuer,
      Recovery recovery,
      Clock clock) {
    return new OperatePayment(writes, merchants, issuer, recovery, clock);
  }

  @Bean
  DayDrain paymentDayDrain(
      BusinessDays days,
      Heartbeats heartbeats,
      OutboxRelay relay,
      Recovery recovery,
      DayMarkers markers) {
    Runnable sendEverything =
        () -> {
          recovery.sweepSoon();
          relay.sweep();
          relay.awaitSent();
        };
    return new DayDrain(days, heartbeats, Topics.PAYMENTS, sendEverything, markers);
  }

  /// What the last run left is taken up once the service stands.
  @Bean
  ApplicationListener<ApplicationReadyEvent> recoveryStart(Recovery recovery) {
    return ready -> recovery.start();
  }
}
