package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.features.ReasonCode;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

  private final Messages messages = new Messages(List.of("fraud-service-messages"));

  @Test
  void everyReasonHasATextInBothLanguages() {
    for (ReasonCode reason : ReasonCode.values()) {
      String key = "reason." + reason.code();
      assertThat(messages.text(key, Locale.ENGLISH)).isNotEqualTo(key);
      assertThat(messages.text(key, Languages.TURKISH))
          .isNotEqualTo(key)
          .isNotEqualTo(messages.text(key, Locale.ENGLISH));
    }
  }
}
