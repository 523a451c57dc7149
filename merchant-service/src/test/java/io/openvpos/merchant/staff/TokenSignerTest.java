package io.openvpos.merchant.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.staff.domain.Credentials;
import io.openvpos.merchant.staff.domain.Guard;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.messaging.access.StaffTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final User FINANCE =
      user("Finance@Bank.test", Set.of(Role.ACQUIRER_FINANCE, Role.AUDITOR), null);
  private static final User SHOP = user("admin@shop.test", Set.of(Role.MERCHANT_ADMIN), "mer_1");

  private final SigningKey key = SigningKey.generate();
  private final TokenSigner signer = new TokenSigner(key, at(NOW));

  @Test
  void everyServiceReadsWhatIsSigned() {
    assertThat(reader(key, NOW).read(signer.sign(FINANCE)))
        .contains(
            new Caller.Staff(
                "finance@bank.test", Set.of(Role.ACQUIRER_FINANCE, Role.AUDITOR), null));
    assertThat(reader(key, NOW).read(signer.sign(SHOP)))
        .contains(new Caller.Staff("admin@shop.test", Set.of(Role.MERCHANT_ADMIN), "mer_1"));
  }

  @Test
  void aTokenEndsAfterFifteenMinutes() {
    String token = signer.sign(SHOP);

    assertThat(reader(key, NOW.plusSeconds(15 * 60 - 1)).read(token)).isPresent();
    assertThat(reader(key, NOW.plusSeconds(15 * 60)).read(token)).isEmpty();
  }

  @Test
  void anotherKeyOrAChangedTokenIsNotBelieved() {
    String token = signer.sign(SHOP);
    String[] parts = token.split("\\.", -1);
    String claims = new TokenSigner(key, at(NOW)).sign(FINANCE).split("\\.", -1)[1];

    assertThat(reader(SigningKey.generate(), NOW).read(token)).isEmpty();
    assertThat(reader(key, NOW).read(parts[0] + "." + claims + "." + parts[2])).isEmpty();
  }

  @Test
  void aStoredKeyIsTheSameKey() {
    SigningKey stored =
        SigningKey.decode(key.publicKey().getEncoded(), key.privateKey().getEncoded());

    assertThat(stored.id()).isEqualTo(key.id());
    assertThat(reader(stored, NOW).read(signer.sign(SHOP))).isPresent();
  }

  private static User user(String email, Set<Role> roles, @Nullable String merchantId) {
    return new User(
        email, 1, "", roles, merchantId, true, 0, new Credentials("-", null, null), Guard.NONE);
  }

  private static StaffTokens reader(SigningKey key, Instant now) {
    StaffKeys keys = id -> id.equals(key.id()) ? Optional.of(key.publicKey()) : Optional.empty();
    return new StaffTokens(keys, at(now));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
