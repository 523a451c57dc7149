package io.openvpos.sandbox.chaos.process;

import io.openvpos.authorization.AuthorizationApplication;
import io.openvpos.fraud.FraudApplication;
import io.openvpos.merchant.MerchantApplication;
import io.openvpos.settlement.SettlementApplication;
import java.util.List;
import java.util.Locale;

/// The four services; two instances of each run.
public enum ServiceKind {
  SETTLEMENT(SettlementApplication.class),
  MERCHANT(MerchantApplication.class),
  FRAUD(FraudApplication.class),
  AUTHORIZATION(AuthorizationApplication.class);

  public static final int INSTANCES = 2;

  private final Class<?> main;

  ServiceKind(Class<?> main) {
    this.main = main;
  }

  Class<?> main() {
    return main;
  }

  /// As in `settlement`: also the name of its database.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Names of its processes.
  public List<String> instances() {
    return List.of(instance(0), instance(1));
  }

  public String instance(int index) {
    return code() + "-" + (index + 1);
  }
}
