package io.openvpos.merchant.profile.page;

import io.openvpos.merchant.profile.KeyLimitsReading;
import io.openvpos.merchant.profile.KeyLimitsReading.Sent;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a key is to be limited to, as typed: a day that is its last one, one network a line.
final class KeyLimitsForm {

  private static final String END = "expires_at";
  private static final String ADDRESSES = "allowed_addresses";
  private static final String SIGNER = "signing_key";
  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  private KeyLimitsForm() {}

  /// Where `errors` has found anything, they are not what was typed.
  static KeyLimits read(PageForm form, KeyScope scope, Instant now, PageErrors errors) {
    FieldErrors found = new FieldErrors();
    KeyLimits limits = KeyLimitsReading.read(sent(form), scope, now, found);
    note(found, errors);
    return limits;
  }

  /// What was typed over the limits of a key, which the form shows. A last day that was left as it
  /// is does not move the end, which may be in the middle of that day.
  static UnaryOperator<KeyLimits> change(
      PageForm form, ApiKey key, Instant now, PageErrors errors) {
    Set<String> named = new HashSet<>(Set.of(ADDRESSES, SIGNER));
    Sent sent = sent(form);
    if (form.text(END).equals(typed(key.limits()).get(END))) {
      sent = new Sent(null, sent.allowedAddresses(), sent.signingKey());
    } else {
      named.add(END);
    }
    FieldErrors found = new FieldErrors();
    UnaryOperator<KeyLimits> change = KeyLimitsReading.change(named, sent, key.scope(), now, found);
    note(found, errors);
    return change;
  }

  /// Limits as somebody would type them.
  static Map<String, String> typed(KeyLimits limits) {
    Instant end = limits.expiresAt();
    String signer = limits.signingKey();
    return Map.of(
        END,
        end == null ? "" : LocalDate.ofInstant(end.minusMillis(1), ISTANBUL).toString(),
        ADDRESSES,
        limits.addresses().stream().map(AddressRange::toString).collect(Collectors.joining("\n")),
        SIGNER,
        signer == null ? "" : signer);
  }

  private static Sent sent(PageForm form) {
    String lastDay = form.text(END);
    String signer = form.text(SIGNER);
    List<@Nullable String> networks = new ArrayList<>();
    form.text(ADDRESSES)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(networks::add);
    return new Sent(
        lastDay.isEmpty() ? null : endOf(lastDay),
        networks.isEmpty() ? null : networks,
        signer.isEmpty() ? null : signer);
  }

  private static void note(FieldErrors found, PageErrors errors) {
    found.all().forEach(fault -> errors.reject(fault.pointer().split("/", -1)[1], fault.code()));
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
