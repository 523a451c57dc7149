package io.openvpos.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageSettingsTest {

  private static final URI SETTLEMENT = URI.create("https://settlement.test");
  private static final URI MERCHANT = URI.create("https://merchant.test");

  private final PageSettings settings =
      new PageSettings(
          false,
          1,
          null,
          List.of("/portal/close/own"),
          Map.of("/portal", MERCHANT, "/portal/close", SETTLEMENT));

  @Test
  void theLongestPrefixDecidesWhoHasAPage() {
    assertThat(settings.otherService("/portal/close")).contains(SETTLEMENT);
    assertThat(settings.otherService("/portal/close/2026-11-26")).contains(SETTLEMENT);
    assertThat(settings.otherService("/portal/keys")).contains(MERCHANT);
    assertThat(settings.otherService("/apply")).isEmpty();
  }

  @Test
  void aPrefixEndsWhereAStepOfThePathEnds() {
    assertThat(settings.otherService("/portal/closet")).contains(MERCHANT);
    assertThat(settings.otherService("/portals")).isEmpty();
  }

  @Test
  void whatIsOwnStaysHereWhateverElseIsSaid() {
    assertThat(settings.otherService("/portal/close/own")).isEmpty();
    assertThat(settings.otherService("/portal/close/own/1")).isEmpty();
    assertThat(settings.otherService("/portal/close/owner")).contains(SETTLEMENT);
  }

  @Test
  void noPlaceForAnyRequestIsRefused() {
    assertThatThrownBy(() -> new PageSettings(false, 0, null, List.of(), Map.of()))
        .hasMessageContaining("at-once");
  }
}
