package io.openvpos.merchant.profile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.messaging.http.ProblemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginReadingTest {

  private static final String SHOP = "https://shop.example";

  @Test
  void eachIsKeptOnceInTheOrderSent() {
    assertThat(OriginReading.read(List.of("https://b.example", SHOP, "HTTPS://B.example:443")))
        .containsExactly(new CheckoutOrigin("https://b.example"), new CheckoutOrigin(SHOP));
    assertThat(OriginReading.read(List.of())).isEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(faults(null)).containsExactly("/origins required");
    assertThat(faults(Collections.nCopies(11, SHOP))).containsExactly("/origins too_many");
    assertThat(faults(Arrays.asList(SHOP, null, "http://shop.example")))
        .containsExactly("/origins/1 invalid_origin", "/origins/2 invalid_origin");
  }

  private static List<String> faults(@Nullable List<@Nullable String> sent) {
    return catchThrowableOfType(ProblemException.class, () -> OriginReading.read(sent))
        .fields()
        .stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }
}
