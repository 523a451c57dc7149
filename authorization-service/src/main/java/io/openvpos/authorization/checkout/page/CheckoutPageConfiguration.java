package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.CheckoutSettings;
import io.openvpos.authorization.checkout.PayerActions;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.Bins;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the checkout's pages.
@Configuration(proxyBeanMethods = false)
class CheckoutPageConfiguration {

  @Bean
  InstallmentOffers installmentOffers(Merchants merchants, Bins bins) {
    return new InstallmentOffers(merchants, bins);
  }

  @Bean
  CheckoutHeaders checkoutHeaders(CheckoutSettings settings, CheckoutAssets assets) {
    return new CheckoutHeaders(settings, assets);
  }

  @Bean
  CheckoutRenderings checkoutRenderings(
      Merchants merchants, CheckoutAssets assets, CheckoutHeaders headers, Clock clock) {
    return new CheckoutRenderings(merchants, assets, headers, PayerActions.ofCardholders(), clock);
  }

  @Bean
  CheckoutFilter checkoutFilter(CheckoutHeaders headers, CheckoutSettings settings) {
    return new CheckoutFilter(headers, settings.atOnce());
  }
}
