package io.openvpos.authorization.fuzz;

import io.openvpos.authorization.checkout.http.SessionFuzzTest;
import io.openvpos.authorization.fakes.Fuzz.Target;
import io.openvpos.authorization.issuer.iso8583.DialectFuzzTest;
import io.openvpos.authorization.payment.http.TokenFuzzTest;
import io.openvpos.authorization.threeds.message.MessageFuzzTest;
import io.openvpos.authorization.vault.CardFuzzTest;
import io.openvpos.authorization.webhook.SignatureFuzzTest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is fuzzed, by name.
final class Targets {

  static final SortedMap<String, Target> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("iso8583-message", DialectFuzzTest.MESSAGE),
              Map.entry("iso8583-frames", DialectFuzzTest.FRAMES),
              Map.entry("webhook-changed", SignatureFuzzTest.CHANGED),
              Map.entry("webhook-signed", SignatureFuzzTest.SIGNED),
              Map.entry("card", CardFuzzTest.CARD),
              Map.entry("bin", CardFuzzTest.BIN),
              Map.entry("session", SessionFuzzTest.SESSION),
              Map.entry("card-token", TokenFuzzTest.CARD_TOKEN),
              Map.entry("strangers-token", TokenFuzzTest.STRANGERS_TOKEN),
              Map.entry("signed-claims", TokenFuzzTest.SIGNED_CLAIMS),
              Map.entry("3ds-result", MessageFuzzTest.RESULT),
              Map.entry("3ds-answer", MessageFuzzTest.ANSWER),
              Map.entry("3ds-challenge", MessageFuzzTest.CHALLENGE),
              Map.entry("3ds-encoded", MessageFuzzTest.ENCODED_CHALLENGE)));

  private Targets() {}

  static Target named(String name) {
    Target target = ALL.get(name);
    if (target == null) {
      throw new IllegalArgumentException("targets are " + ALL.keySet() + ", not " + name);
    }
    return target;
  }
}
