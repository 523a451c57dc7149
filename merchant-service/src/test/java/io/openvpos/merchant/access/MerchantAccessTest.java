package io.openvpos.merchant.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MerchantAccessTest {

  private static final Caller KEY = new Caller.MerchantKey("mer_1", Mode.TEST, KeyScope.SECRET);

  @Test
  void aKeySeesItsOwnMode() {
    assertThat(MerchantAccess.read(KEY, "mer_1")).containsExactly(Mode.TEST);
  }

  @Test
  void anotherMerchantDoesNotExist() {
    refused(404, () -> MerchantAccess.read(KEY, "mer_2"));
    refused(404, () -> MerchantAccess.read(staff(Role.MERCHANT_FINANCE, "mer_1"), "mer_2"));
    refused(404, () -> MerchantAccess.administer(staff(Role.MERCHANT_ADMIN, "mer_1"), "mer_2"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ACQUIRER_OPS", "ACQUIRER_FINANCE", "AUDITOR"})
  void theAcquirerSeesEveryMerchant(Role role) {
    assertThat(MerchantAccess.read(staff(role, null), "mer_1"))
        .containsExactly(Mode.TEST, Mode.LIVE);
  }

  @Test
  void aRoleWithoutReadingIsForbidden() {
    refused(403, () -> MerchantAccess.read(staff(Role.FRAUD_ANALYST, null), "mer_1"));
    refused(
        403,
        () ->
            MerchantAccess.read(
                new Caller.MerchantKey("mer_1", Mode.TEST, KeyScope.PUBLISHABLE), "mer_1"));
  }

  @Test
  void keysAreForOperatorsAndTheMerchantsAdministrator() {
    assertThatCode(() -> MerchantAccess.administer(staff(Role.ACQUIRER_OPS, null), "mer_1"))
        .doesNotThrowAnyException();
    assertThatCode(() -> MerchantAccess.administer(staff(Role.MERCHANT_ADMIN, "mer_1"), "mer_1"))
        .doesNotThrowAnyException();
    refused(403, () -> MerchantAccess.administer(KEY, "mer_1"));
    refused(403, () -> MerchantAccess.administer(staff(Role.ACQUIRER_FINANCE, null), "mer_1"));
  }

  private static Caller staff(Role role, @Nullable String merchantId) {
    return new Caller.Staff("somebody", Set.of(role), merchantId);
  }

  private static void refused(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(status));
  }
}
