package io.openvpos.sandbox.platform;

import io.openvpos.authorization.AuthorizationApplication;
import io.openvpos.fraud.FraudApplication;
import io.openvpos.merchant.MerchantApplication;
import io.openvpos.settlement.SettlementApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The four services and the classes that start them.
public enum Service {
  SETTLEMENT(SettlementApplication.class),
  MERCHANT(MerchantApplication.class),
  FRAUD(FraudApplication.class),
  AUTHORIZATION(AuthorizationApplication.class);

  private final Class<?> main;

  Service(Class<?> main) {
    this.main = main;
  }

  /// What a process of its own runs.
  public Class<?> main() {
    return main;
  }

  ConfigurableApplicationContext start(String... arguments) {
    return switch (this) {
      case SETTLEMENT -> SettlementApplication.start(arguments);
      case MERCHANT -> MerchantApplication.start(arguments);
      case FRAUD -> FraudApplication.start(arguments);
      case AUTHORIZATION -> AuthorizationApplication.start(arguments);
    };
  }
}
