package io.openvpos.schemas;

/// Maps the wire's [Money] record from and to the domain's [io.openvpos.money.Money].
public final class WireMoney {

  private WireMoney() {}

  public static Money of(io.openvpos.money.Money money) {
    return new Money(money.minorUnits(), money.currency().getCurrencyCode());
  }

  public static io.openvpos.money.Money read(Money wire) {
    return io.openvpos.money.Money.of(wire.getMinorUnits(), wire.getCurrency());
  }
}
