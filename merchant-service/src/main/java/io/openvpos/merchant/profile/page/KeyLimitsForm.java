package io.openvpos.merchant.profile.page;

import io.openvpos.merchant.profile.KeyLimitsReading;
import io.openvpos.merchant.profile.KeyLimitsReading.Sent;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new key is to be limited to, as typed: a day that is its last one, one network a line.
final class KeyLimitsForm {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  private KeyLimitsForm() {}

  /// Where `errors` has found anything, they are not what was typed.
  static KeyLimits read(PageForm form, KeyScope scope, Instant now, PageErrors errors) {
    String lastDay = form.text("expires_at");
    String signer = form.text("signing_key");
    List<@Nullable String> networks = new ArrayList<>();
    form.text("allowed_addresses")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(networks::add);
    Sent sent =
        new Sent(
            lastDay.isEmpty() ? null : endOf(lastDay),
            networks.isEmpty() ? null : networks,
            signer.isEmpty() ? null : signer);
    FieldErrors found = new FieldErrors();
    KeyLimits limits = KeyLimitsReading.read(sent, scope, now, found);
    found.all().forEach(fault -> errors.reject(fault.pointer().split("/", -1)[1], fault.code()));
    return limits;
  }

  /// What is no day stays what it is, and is refused as that.
  private static String endOf(String day) {
    try {
      return LocalDate.parse(day).plusDays(1).atStartOfDay(ISTANBUL).toInstant().toString();
    } catch (DateTimeException malformed) {
      return day;
    }
  }
}
