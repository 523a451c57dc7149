package io.openvpos.sandbox.chaos.process;

import io.openvpos.sandbox.platform.DemoCredentials;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an instance of a service is told at its start.
///
/// @param bootstrapServers the broker, behind its relay
/// @param jwksUri the keys of staff tokens, of whichever merchant-service is up
record ServiceSettings(
    Path data,
    String bootstrapServers,
    String registryUrl,
    String bankUrl,
    int networkPort,
    String jwksUri,
    Schemes schemes,
    DemoCredentials credentials) {

  /// The payers' side of it.
  ///
  /// @param edge where browsers and the schemes reach whichever authorization-service is up
  record Schemes(String edge, String directoryUrl, String secret) {}

  /// Soon, so that those whose payer never came are over before the run is.
  private static final String PAYERS_WITHIN = "45s";

  /// Less than the broker's late answers, more than a busy machine needs.
  private static final String ANSWER_TIMEOUT = "2s";

  /// Far away, so that no midnight ends it.
  private static final String FIRST_DAY = "2027-03-01";

  /// @param storePort the store, behind the relay of this instance
  List<String> of(ServiceKind kind, int port, int storePort) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server.port", Integer.toString(port));
    all.put("server.address", "127.0.0.1");
    all.put("vpos.kafka.bootstrap-servers", bootstrapServers);
    all.put("vpos.kafka.single-broker", "true");
    all.put("vpos.kafka.registry-url", registryUrl);
    all.put("vpos.mongo.uri", "mongodb://127.0.0.1:" + storePort);
    all.put("vpos.mongo.database", kind.code());
    all.put("vpos.kafka.listener-concurrency", "1");
    all.put("vpos.kafka.start-timeout", "3m");
    all.putAll(own(kind));
    return all.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toList();
  }

  private Map<String, String> own(ServiceKind kind) {
    Map<String, String> own = new LinkedHashMap<>();
    if (kind != ServiceKind.MERCHANT) {
      own.put("vpos.access.jwks-uri", jwksUri);
    }
    switch (kind) {
      case AUTHORIZATION -> {
        own.put("vpos.issuer.host", "127.0.0.1");
        own.put("vpos.issuer.port", Integer.toString(networkPort));
        own.put("vpos.issuer.answer-timeout", ANSWER_TIMEOUT);
        own.put("vpos.risk.budget", "1s");
        own.put("vpos.vault.folder", data.resolve("vault").toString());
        own.put("vpos.vault.generate-keys", "true");
        own.put("vpos.checkout.base-url", schemes.edge());
        own.put("vpos.threeds.public-url", schemes.edge());
        own.put("vpos.threeds.directory-url", schemes.directoryUrl());
        own.put("vpos.threeds.results-secret", schemes.secret());
        own.put("vpos.threeds.within", PAYERS_WITHIN);
        // The shops' server is on this machine.
        own.put("vpos.webhooks.allow-private", "true");
      }
      case MERCHANT -> {
        staff(own, 0, credentials.financeEmail(), credentials.financePassword(), "finance");
        staff(own, 1, credentials.opsEmail(), credentials.opsPassword(), "ops");
      }
      case SETTLEMENT -> {
        own.put("vpos.bank.url", bankUrl);
        own.put("vpos.settlement.early-close", "true");
        own.put("vpos.settlement.default-mode", "test");
        own.put("vpos.settlement.payout-release", "automatic");
        own.put("vpos.settlement.first-day", FIRST_DAY);
      }
      case FRAUD -> {
        // Nothing but where things are.
      }
    }
    return own;
  }

  private static void staff(
      Map<String, String> own, int index, String email, String password, String team) {
    String user = "vpos.merchant.bootstrap-users[" + index + "].";
    own.put(user + "email", email);
    own.put(user + "password", password);
    own.put(user + "roles", "acquirer_" + team);
  }
}
