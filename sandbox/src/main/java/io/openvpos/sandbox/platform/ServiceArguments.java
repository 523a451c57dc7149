package io.openvpos.sandbox.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.convert.DurationStyle;

/// What each service is told at its start, as command-line arguments: only where things are, never
/// what to do.
record ServiceArguments(
    Path data, Ground ground, Ports ports, DemoCredentials credentials, Map<String, String> extra) {

  private static final String ANSWER_TIMEOUT = "vpos.issuer.answer-timeout";
  private static final String USUAL_ANSWER_TIMEOUT = "2s";

  /// How long the issuer is waited for; its late answers must come later than that.
  static Duration answerTimeout(Map<String, String> extra) {
    return DurationStyle.detectAndParse(extra.getOrDefault(ANSWER_TIMEOUT, USUAL_ANSWER_TIMEOUT));
  }

  /// @param port of this instance: there may be more than one
  String[] authorization(int port) {
    return arguments(
        port,
        "authorization",
        Map.of(
            ANSWER_TIMEOUT,
            USUAL_ANSWER_TIMEOUT,
            "vpos.issuer.host",
            "127.0.0.1",
            "vpos.issuer.port",
            String.valueOf(ground.network().port()),
            "vpos.vault.folder",
            data.resolve("vault").toString(),
            "vpos.vault.generate-keys",
            "true",
            "vpos.checkout.base-url",
            ports.endpoints().authorization(),
            // A shop's server is on this machine.
            "vpos.webhooks.allow-private",
            "true",
            "vpos.threeds.directory-url",
            ground.schemes().directoryUrl(),
            "vpos.threeds.results-secret",
            ground.schemesSecret(),
            "vpos.threeds.public-url",
            Ports.url(port)));
  }

  String[] merchant() {
    Map<String, String> users = new LinkedHashMap<>();
    users.put("vpos.merchant.authorization-url", ports.endpoints().authorization());
    users.put("vpos.pages.elsewhere[/portal/finance]", ports.endpoints().settlement());
    users.put("vpos.pages.elsewhere[/portal/fraud]", ports.endpoints().fraud());
    user(users, 0, credentials.financeEmail(), credentials.financePassword(), "acquirer_finance");
    user(users, 1, credentials.opsEmail(), credentials.opsPassword(), "acquirer_ops");
    user(
        users,
        2,
        credentials.approverEmail(),
        credentials.approverPassword(),
        "acquirer_ops,acquirer_finance");
    // The shop whose site is checked is on this machine, and its authority is the sandbox's own.
    users.put("vpos.site-check.allow-private", "true");
    users.put("vpos.site-check.ports", "");
    users.put("vpos.site-check.extra-trust", ground.shop().authority().toString());
    users.put("vpos.pages.plain-http", "true");
    users.put("vpos.merchant.second-factor", "offered");
    return arguments(ports.merchant(), "merchant", users);
  }

  String[] settlement() {
    return arguments(
        ports.settlement(),
        "settlement",
        Map.of(
            "vpos.bank.url",
            ground.bank().url(),
            "vpos.network.clearing-url",
            ground.clearing().url(),
            "vpos.settlement.early-close",
            "true",
            "vpos.settlement.default-mode",
            "test",
            "vpos.settlement.payout-release",
            "automatic",
            "vpos.pages.plain-http",
            "true",
            "vpos.pages.session-uri",
            ports.endpoints().merchant() + "/v1/page-session",
            "vpos.pages.elsewhere[/portal]",
            ports.endpoints().merchant()));
  }

  String[] fraud() {
    return arguments(
        ports.fraud(),
        "fraud",
        Map.of(
            "vpos.fraud.snapshots.folder",
            data.resolve("fraud-snapshots").toString(),
            "vpos.pages.plain-http",
            "true",
            "vpos.pages.session-uri",
            ports.endpoints().merchant() + "/v1/page-session",
            "vpos.pages.elsewhere[/portal]",
            ports.endpoints().merchant()));
  }

  private String[] arguments(int port, String database, Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server.port", String.valueOf(port));
    all.put("server.address", "127.0.0.1");
    all.put("vpos.kafka.bootstrap-servers", ground.servers().bootstrapServers());
    all.put("vpos.kafka.single-broker", "true");
    all.put("vpos.kafka.registry-url", ground.servers().registryUrl());
    all.put("vpos.kafka.listener-concurrency", "1");
    all.put("vpos.mongo.uri", ground.servers().mongoUri());
    all.put("vpos.mongo.database", database);
    if (!"merchant".equals(database)) {
      all.put("vpos.access.jwks-uri", ports.endpoints().merchant() + "/.well-known/jwks.json");
    }
    all.putAll(own);
    all.putAll(extra);
    List<String> arguments = new ArrayList<>();
    all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return arguments.toArray(String[]::new);
  }

  private static void user(
      Map<String, String> users, int index, String email, String password, String role) {
    String prefix = "vpos.merchant.bootstrap-users[" + index + "].";
    users.put(prefix + "email", email);
    users.put(prefix + "password", password);
    users.put(prefix + "roles", role);
  }
}
