package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.OpenCheckout.Opening;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.LinkStatus;
import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes payment links, takes them back, and opens sessions by them.
///
/// See docs/decisions/0077-a-single-link-is-one-session.md.
public final class PaymentLinks {

  /// The name of the link in the metadata of its sessions and payments.
  public static final String LINK_ID = "payment_link_id";

  private final LinkStore links;
  private final OpenCheckout open;
  private final Checkout checkout;
  private final CheckoutSettings settings;
  private final SecureRandom random;
  private final Clock clock;

  public PaymentLinks(
      LinkStore links,
      OpenCheckout open,
      Checkout checkout,
      CheckoutSettings settings,
      SecureRandom random,
      Clock clock) {
    this.links = links;
    this.open = open;
    this.checkout = checkout;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /// A valid request for a link.
  ///
  /// @param key made of the merchant and the idempotency key
  public record Order(
      String key,
      String requestHash,
      String merchantId,
      Mode mode,
      Sale sale,
      @Nullable String success,
      boolean reusable,
      Duration lasts) {}

  /// What making a link came to.
  public sealed interface Made {

    /// The link of the key.
    ///
    /// @param again true if an earlier request made it
    record Link(PaymentLink link, boolean again) implements Made {}

    /// As a session would be refused.
    record Refused(Opening why) implements Made {}
  }

  /// A link and how it stands.
  public record Standing(PaymentLink link, LinkStatus status, @Nullable String paymentId) {}

  public Made make(Order order) {
    return links
        .byKey(order.key())
        .map(known -> repeated(known, order))
        .orElseGet(() -> first(order));
  }

  private static Made repeated(PaymentLink known, Order order) {
    return known.requestHash().equals(order.requestHash())
        ? new Made.Link(known, true)
        : new Made.Refused(new Opening.KeyReused());
  }

  private Made first(Order order) {
    String id = OpenCheckout.newId("pl_", random);
    if (order.reusable()) {
      Instant now = now();
      Optional<Opening> refused = open.refusal(session(order, id));
      return refused.isPresent()
          ? new Made.Refused(refused.get())
          : added(link(order, id, null, now, now.plus(order.lasts())), order);
    }
    // The session first: a link without it would lead nowhere.
    return switch (open.open(session(order, id))) {
      case Opening.Opened(CheckoutSession session, _) -> {
        // After a crash between the two, the session knows the id that was drawn.
        String drawn = session.terms().metadata().getOrDefault(LINK_ID, id);
        Instant created = session.terms().createdAt();
        Instant expires = session.terms().expiresAt();
        yield added(link(order, drawn, session.terms().id(), created, expires), order);
      }
      case Opening refused -> new Made.Refused(refused);
    };
  }

  private Made added(PaymentLink link, Order order) {
    return links.add(link)
        ? new Made.Link(link, false)
        : repeated(links.byKey(order.key()).orElseThrow(), order);
  }

  public Optional<Standing> find(String id) {
    return links.byId(id).map(this::standing);
  }

  public List<PaymentLink> of(
      String merchantId, Mode mode, @Nullable PaymentLink after, int limit) {
    return links.of(merchantId, mode, after, limit);
  }

  public Standing standing(PaymentLink link) {
    Optional<Seen> seen = Optional.ofNullable(link.sessionId()).flatMap(checkout::look);
    return new Standing(
        link,
        link.statusAt(clock.instant(), seen.map(Seen::status).orElse(null)),
        seen.map(each -> each.session().paymentId()).orElse(null));
  }

  /// Takes a link back; a session that a visitor has open may still be paid. False if the link's
  /// one payment is on its way or done.
  public boolean deactivate(PaymentLink read) {
    boolean canceled =
        Optional.ofNullable(read.sessionId())
            .flatMap(checkout::look)
            .map(seen -> checkout.cancel(seen.session()))
            .orElse(true);
    if (!canceled) {
      return false;
    }
    PaymentLink link = read;
    while (link.active() && !links.store(link.deactivated())) {
      link = links.byId(link.id()).orElseThrow();
    }
    return true;
  }

  /// Names one visit of a page, so that its form opens one session however often it is sent.
  public String newVisit() {
    return OpenCheckout.newId("", random);
  }

  /// The session of a visit to a link for many payments.
  public Opening visit(PaymentLink link, String visit) {
    String hash = Keys.requestHash(link.id() + "|" + visit);
    ShopAddresses addresses = new ShopAddresses(link.success(), address(link.id()), null);
    return open.open(
        new OpenCheckout.Order(
            "cs_" + hash,
            hash,
            link.merchantId(),
            link.mode(),
            named(link.sale(), link.id()),
            null,
            addresses,
            null));
  }

  /// Where payers open a link.
  public String address(String linkId) {
    return settings.baseUrl() + "/checkout/links/" + linkId;
  }

  /// The one session of a link for a single payment; a link for many is tried by the same order.
  private static OpenCheckout.Order session(Order order, String linkId) {
    return new OpenCheckout.Order(
        "cs_" + order.key(),
        order.requestHash(),
        order.merchantId(),
        order.mode(),
        named(order.sale(), linkId),
        null,
        new ShopAddresses(order.success(), null, null),
        order.lasts());
  }

  private static Sale named(Sale sale, String linkId) {
    Map<String, String> metadata = new LinkedHashMap<>(sale.metadata());
    metadata.put(LINK_ID, linkId);
    return new Sale(
        sale.amount(),
        sale.orderId(),
        sale.captureMethod(),
        sale.installmentsAllowed(),
        sale.locale(),
        sale.description(),
        sale.lineItems(),
        metadata);
  }

  private static PaymentLink link(
      Order order, String id, @Nullable String sessionId, Instant created, Instant expires) {
    return new PaymentLink(
        order.key(),
        id,
        order.requestHash(),
        order.merchantId(),
        order.mode(),
        order.sale(),
        order.success(),
        sessionId,
        created,
        expires,
        true,
        0);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
