package io.openvpos.merchant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.profile.KeyLimitsReading.Sent;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.access.KeyScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyLimitsReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final String SIGNER = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  @Test
  void isReadAsSent() {
    FieldErrors errors = new FieldErrors();
    Sent sent =
        new Sent(
            "2027-01-01T00:00:00+03:00",
            List.of("203.0.113.7", "203.0.113.7/32", "2001:db8::/48"),
            SIGNER);

    assertThat(KeyLimitsReading.read(sent, KeyScope.SECRET, NOW, errors))
        .isEqualTo(
            new KeyLimits(
                Instant.parse("2026-12-31T21:00:00Z"),
                List.of(range("203.0.113.7/32"), range("2001:db8::/48")),
                SIGNER));
    assertThat(errors.none()).isTrue();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(faults(new Sent("2026-11-27T09:00:00Z", null, null)))
        .containsExactly("/expires_at in_the_past");
    assertThat(faults(new Sent("2040-01-01T00:00:00Z", null, null)))
        .containsExactly("/expires_at out_of_range");
    assertThat(faults(new Sent("2027-01-01", null, null)))
        .containsExactly("/expires_at invalid_format");
    assertThat(faults(new Sent(null, List.of(), null)))
        .containsExactly("/allowed_addresses required");
    assertThat(faults(new Sent(null, Collections.nCopies(21, "10.0.0.1"), null)))
        .containsExactly("/allowed_addresses too_many");
    assertThat(faults(new Sent(null, Arrays.asList("10.0.0.1", null, "10.0.0.1/8"), null)))
        .containsExactly(
            "/allowed_addresses/1 invalid_network", "/allowed_addresses/2 invalid_network");
    assertThat(faults(new Sent(null, null, "AAAA")))
        .containsExactly("/signing_key invalid_public_key");
    assertThat(faults(KeyScope.PUBLISHABLE, new Sent(null, null, SIGNER)))
        .containsExactly("/signing_key not_of_publishable");
  }

  @Test
  void aKeyThatReplacesAnotherLivesAsLong() {
    KeyLimits limits = new KeyLimits(NOW.plus(Duration.ofDays(30)), List.of(), null);

    assertThat(limits.renewed(NOW, NOW.plus(Duration.ofDays(20))).expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(50)));
    assertThat(KeyLimits.NONE.renewed(NOW, NOW)).isEqualTo(KeyLimits.NONE);
    KeyLimits prolonged = new KeyLimits(NOW.plus(KeyLimits.LONGEST), List.of(), null);
    assertThat(prolonged.renewed(NOW.minus(Duration.ofDays(300)), NOW)).isEqualTo(prolonged);
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    KeyLimits before = new KeyLimits(NOW, List.of(range("203.0.113.0/24")), SIGNER);

    assertThat(changed(before, Set.of(), new Sent(null, null, null))).isEqualTo(before);
    assertThat(changed(before, Set.of("expires_at"), new Sent("2027-01-01T00:00:00Z", null, null)))
        .isEqualTo(
            new KeyLimits(Instant.parse("2027-01-01T00:00:00Z"), before.addresses(), SIGNER));
    assertThat(changed(before, Set.of("allowed_addresses"), new Sent(null, null, null)))
        .isEqualTo(new KeyLimits(NOW, List.of(), SIGNER));
    assertThat(changed(before, Set.of("expires_at", "signing_key"), new Sent(null, null, null)))
        .isEqualTo(new KeyLimits(null, before.addresses(), null));
  }

  private static KeyLimits changed(KeyLimits before, Set<String> named, Sent sent) {
    FieldErrors errors = new FieldErrors();
    KeyLimits after =
        KeyLimitsReading.change(named, sent, KeyScope.SECRET, NOW, errors).apply(before);
    assertThat(errors.none()).isTrue();
    return after;
  }

  private static List<String> faults(Sent sent) {
    return faults(KeyScope.SECRET, sent);
  }

  private static List<String> faults(KeyScope scope, Sent sent) {
    FieldErrors errors = new FieldErrors();
    var _ = KeyLimitsReading.read(sent, scope, NOW, errors);
    return errors.all().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  private static AddressRange range(String text) {
    return AddressRange.read(text).orElseThrow();
  }
}
