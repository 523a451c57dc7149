package io.openvpos.authorization.issuer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.authorization.issuer.iso8583.TcpIssuerNetwork;
import io.openvpos.authorization.vault.CardReveal;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the issuer network. Whether it can be reached is no part of the service's health: without
/// it payments are declined, and everything else works on.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerSettings.class)
class IssuerConfiguration {

  @Bean(initMethod = "start")
  TcpIssuerNetwork issuerNetwork(
      IssuerSettings settings, CardReveal cards, Clock clock, MeterRegistry meters) {
    TcpIssuerNetwork network = new TcpIssuerNetwork(settings, cards, clock);
    Gauge.builder("vpos.issuer.connections", network, TcpIssuerNetwork::connectionsUp)
        .description("Connections to the card network that are signed on")
        .register(meters);
    Gauge.builder("vpos.issuer.circuit.open", network, TcpIssuerNetwork::circuitOpen)
        .description("1 while no request is sent because the network does not answer")
        .register(meters);
    return network;
  }
}
