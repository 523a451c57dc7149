package io.openvpos.authorization.checkout;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.checkout.mongo.MongoCheckoutSessions;
import io.openvpos.authorization.checkout.mongo.MongoLinks;
import io.openvpos.authorization.payment.AskForPoints;
import io.openvpos.authorization.payment.AuthorizePayment;
import io.openvpos.authorization.payment.OperatePayment;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.http.JsonAnswers;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.Bins;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the checkout.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckoutSettings.class)
class CheckoutConfiguration {

  @Bean
  CheckoutSessions checkoutSessions(MongoDatabase database) {
    return MongoCheckoutSessions.in(database);
  }

  @Bean
  OfferedInstallments offeredInstallments(Merchants merchants, Bins bins) {
    return new OfferedInstallments(merchants, bins);
  }

  @Bean
  OpenCheckout openCheckout(
      CheckoutSessions sessions, Merchants merchants, CheckoutSettings settings, Clock clock) {
    return new OpenCheckout(sessions, merchants, settings, new SecureRandom(), clock);
  }

  @Bean
  Checkout checkout(
      CheckoutSessions sessions,
      Payments payments,
      AuthorizePayment authorize,
      OperatePayment operate,
      JsonAnswers answers,
      CheckoutSettings settings,
      Clock clock) {
    return new Checkout(
        sessions, payments, authorize, operate, answers.unattended(), settings.rules(), clock);
  }

  @Bean
  CardPoints cardPoints(
      CheckoutSessions sessions,
      AskForPoints ask,
      Bins bins,
      CheckoutSettings settings,
      Clock clock) {
    return new CardPoints(sessions, ask, bins, settings.rules(), clock);
  }

  @Bean
  PaymentLinks paymentLinks(
      MongoDatabase database,
      OpenCheckout open,
      Checkout checkout,
      CheckoutSettings settings,
      Clock clock) {
    return new PaymentLinks(
        MongoLinks.in(database), open, checkout, settings, new SecureRandom(), clock);
  }
}
