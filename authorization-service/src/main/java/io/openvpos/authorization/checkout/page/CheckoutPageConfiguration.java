package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.CheckoutSettings;
import io.openvpos.authorization.checkout.OfferedInstallments;
import io.openvpos.authorization.checkout.PayerActions;
import io.openvpos.authorization.profile.Merchants;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the checkout's pages.
@Configuration(proxyBeanMethods = false)
class CheckoutPageConfiguration {

  @Bean
  InstallmentOffers installmentOffers(OfferedInstallments offered) {
    return new InstallmentOffers(offered);
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
