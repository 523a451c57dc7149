package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the rooms of the console share: where they are, who may read and act, how they refuse.
public final class Console {

  /// Where the console begins.
  public static final String START = "/portal/finance";

  /// Rows of a page of a list.
  public static final int A_PAGE = 50;

  private static final Role[] FINANCE = {Role.ACQUIRER_FINANCE, Role.AUDITOR};
  private static final Role[] STAFF = {Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS, Role.AUDITOR};
  private static final Role[] MERCHANT = {Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE};

  private Console() {}

  /// 403 for all but the acquirer's finance and auditors.
  public static void requireFinance(PageCaller caller) {
    caller.require(FINANCE);
  }

  /// Who acts for the acquirer's finance; 403 for everybody else.
  public static String financier(PageCaller caller) {
    return caller.require(Role.ACQUIRER_FINANCE).subject();
  }

  public static boolean isFinancier(PageCaller caller) {
    return caller.has(Role.ACQUIRER_FINANCE);
  }

  /// Null for the acquirer's finance and auditors, who see every merchant's; a merchant's people
  /// see their own; 403 for everybody else.
  public static @Nullable String merchantSeenByFinance(PageCaller caller) {
    return caller.has(FINANCE) ? null : caller.merchant(MERCHANT);
  }

  /// The same where the acquirer's operations see every merchant's too.
  public static @Nullable String merchantSeenByStaff(PageCaller caller) {
    return caller.has(STAFF) ? null : caller.merchant(MERCHANT);
  }

  /// An entry of the menu for the acquirer's finance and auditors.
  public static NavEntry financeEntry(int order, String path, String textKey) {
    return NavEntry.of(order, path, textKey, FINANCE);
  }

  /// An entry for them, the acquirer's operations and merchants.
  public static NavEntry everybodysEntry(int order, String path, String textKey) {
    return NavEntry.of(
        order,
        path,
        textKey,
        Role.ACQUIRER_FINANCE,
        Role.ACQUIRER_OPS,
        Role.AUDITOR,
        Role.MERCHANT_ADMIN,
        Role.MERCHANT_FINANCE);
  }

  public static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }

  /// What a desk refuses: 403 where another person is needed, else 409.
  public static ProblemException refused(String code) {
    return ProblemException.of(code.equals("four_eyes") ? 403 : 409, code);
  }

  /// Empty if the text is no date.
  public static Optional<LocalDate> date(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// What a list shows of what was found, one more than fits.
  public static <T> List<T> shown(List<T> found) {
    return found.stream().limit(A_PAGE).toList();
  }

  /// Whether there is more than [#shown] shows.
  public static boolean hasMore(List<?> found) {
    return found.size() > A_PAGE;
  }
}
