package io.openvpos.merchant.sitecheck.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private final Secrets secrets = new Secrets(new byte[32]);

  @Test
  void whatIsSealedForASubjectOpensForItOnly() {
    String sealed = secrets.seal("app_1", "çok gizli");

    assertThat(secrets.open("app_1", sealed)).contains("çok gizli");
    assertThat(secrets.open("app_2", sealed)).isEmpty();
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    assertThat(new Secrets(other).open("app_1", sealed)).isEmpty();
  }

  @Test
  void twoSealsOfOneSecretAreNotAlike() {
    assertThat(secrets.seal("app_1", "a")).isNotEqualTo(secrets.seal("app_1", "a"));
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    String sealed = secrets.seal("app_1", "gizli");
    char last = sealed.charAt(20) == 'A' ? 'B' : 'A';

    assertThat(secrets.open("app_1", sealed.substring(0, 20) + last + sealed.substring(21)))
        .isEmpty();
    for (String nonsense : new String[] {"", "v1.", "v1.AAAA", "v1.!!!", "v2.AAAA", "gizli"}) {
      assertThat(secrets.open("app_1", nonsense)).isEmpty();
    }
  }

  @Test
  void aKeyHasThirtyTwoBytes() {
    assertThatThrownBy(() -> new Secrets(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
