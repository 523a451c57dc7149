package io.openvpos.sandbox.platform;

import io.openvpos.authorization.AuthorizationApplication;
import io.openvpos.fraud.FraudApplication;
import io.openvpos.merchant.MerchantApplication;
import io.openvpos.settlement.SettlementApplication;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/// The four services and the classes that start them.
public enum Service {
  SETTLEMENT(SettlementApplication.class, SettlementApplication::start),
  MERCHANT(MerchantApplication.class, MerchantApplication::start),
  FRAUD(FraudApplication.class, FraudApplication::start),
  AUTHORIZATION(AuthorizationApplication.class, AuthorizationApplication::start);

  private final Class<?> main;
  private final Function<String[], ConfigurableApplicationContext> start;

  Service(Class<?> main, Function<String[], ConfigurableApplicationContext> start) {
    this.main = main;
    this.start = start;
  }

  /// What a process of its own runs.
  public Class<?> main() {
    return main;
  }

  ConfigurableApplicationContext start(String... arguments) {
    return start.apply(arguments);
  }
}
