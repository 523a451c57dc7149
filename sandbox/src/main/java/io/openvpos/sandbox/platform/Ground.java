package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.bank.BankSimulator;
import io.openvpos.sandbox.network.CardNetworkSimulator;
import io.openvpos.sandbox.network.OrderedFaults;
import io.openvpos.sandbox.network.clearing.ClearingPort;
import io.openvpos.sandbox.shop.DemoShop;
import io.openvpos.sandbox.threeds.ThreeDSecureSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// What the services stand on: servers, and the simulated card network and bank with their logs in
/// the data folder, and a shop with a site.
final class Ground implements AutoCloseable {

  private final Servers servers;
  private final CardNetworkSimulator network;
  private final ClearingPort clearing;
  private final OrderedFaults faults;
  private final BankSimulator bank;
  private final DemoShop shop;
  private final ThreeDSecureSimulator schemes;
  private final String schemesSecret;

  private Ground(
      Servers servers,
      CardNetworkSimulator network,
      ClearingPort clearing,
      OrderedFaults faults,
      BankSimulator bank,
      DemoShop shop,
      ThreeDSecureSimulator schemes,
      String schemesSecret) {
    this.servers = servers;
    this.network = network;
    this.clearing = clearing;
    this.faults = faults;
    this.bank = bank;
    this.shop = shop;
    this.schemes = schemes;
    this.schemesSecret = schemesSecret;
  }

  /// Starts all of it on free ports.
  ///
  /// @param lateAnswer lateness of the issuer's late answers
  static Ground start(Path data, Servers.Start start, Duration lateAnswer) {
    Servers servers = start.with(data);
    OrderedFaults faults = new OrderedFaults();
    CardNetworkSimulator network =
        CardNetworkSimulator.start(
            new CardNetworkSimulator.Settings(0, networkLog(data), lateAnswer),
            Clock.systemUTC(),
            faults);
    ClearingPort clearing = ClearingPort.start(0, data.resolve("clearing"), networkLog(data));
    BankSimulator bank = BankSimulator.start(data.resolve("bank.log"), 0);
    DemoShop shop = DemoShop.open(data.resolve("shop"), Clock.systemUTC());
    String secret = UUID.randomUUID().toString();
    ThreeDSecureSimulator schemes = ThreeDSecureSimulator.start(0, secret);
    return new Ground(servers, network, clearing, faults, bank, shop, schemes, secret);
  }

  /// The card network's own log in a data folder.
  static Path networkLog(Path data) {
    return data.resolve("card-network.log");
  }

  Servers servers() {
    return servers;
  }

  CardNetworkSimulator network() {
    return network;
  }

  /// Where the network takes and gives files.
  ClearingPort clearing() {
    return clearing;
  }

  /// What the network's line is told to do; nothing until somebody orders it.
  OrderedFaults faults() {
    return faults;
  }

  BankSimulator bank() {
    return bank;
  }

  /// The simulated directory server and issuers of 3-D Secure.
  ThreeDSecureSimulator schemes() {
    return schemes;
  }

  /// What the schemes show with a result.
  String schemesSecret() {
    return schemesSecret;
  }

  DemoShop shop() {
    return shop;
  }

  @Override
  public void close() {
    shop.close();
    schemes.close();
    network.close();
    clearing.close();
    bank.close();
    servers.close();
  }
}
