package io.openvpos.merchant.staff.session;

import io.openvpos.merchant.staff.OwnAccount;
import io.openvpos.merchant.staff.SecondFactorSettings;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.TokenSigner.SessionClaims;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.merchant.staff.session.Sessions.Session;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.StaffTokens;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The cookie's token lasts 15 minutes and is renewed while the pages are used: so a session ends
/// after 15 idle minutes, and after 8 hours in any case. It ends at once by signing out, and with
/// the user's epoch: another password, other roles, a deactivated account. Roles are the user's own
/// of the moment, not those of the token.
@Component
public final class BrowserSessions implements PageSessions {

  public static final String SECOND_FACTOR_PAGE = "/portal/second-factor";

  private static final Duration MOST = Duration.ofHours(8);
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(1);
  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sessions sessions;
  private final Users users;
  private final OwnAccount accounts;
  private final StaffTokens reader;
  private final TokenSigner signer;
  private final SecondFactorSettings settings;
  private final Clock clock;

  public BrowserSessions(
      Sessions sessions,
      Users users,
      OwnAccount accounts,
      StaffTokens reader,
      TokenSigner signer,
      SecondFactorSettings settings,
      Clock clock) {
    this.sessions = sessions;
    this.users = users;
    this.accounts = accounts;
    this.reader = reader;
    this.signer = signer;
    this.settings = settings;
    this.clock = clock;
  }

  /// A new session; its id and its form token were never known to anybody before. Answers the
  /// cookie's value.
  public String open(User user) {
    String id = random();
    sessions.insert(
        new Session(id, user.email(), user.epoch(), random(), clock.instant().plus(MOST), null));
    return signer.sign(user, id);
  }

  @Override
  public void end(PageSession session) {
    sessions.end(session.id());
  }

  /// The secret of the second factor that this session is setting up; the same until it is done.
  public String pendingSecret(PageSession session) {
    String kept = sessions.find(session.id()).map(Session::pendingSecret).orElse(null);
    if (kept != null) {
      return kept;
    }
    String made = accounts.newSecret();
    sessions.keepSecret(session.id(), made);
    return made;
  }

  @Override
  public Optional<PageSession> find(String cookie) {
    return reader
        .read(cookie)
        .flatMap(_ -> TokenSigner.session(cookie))
        .flatMap(
            claims -> sessions.find(claims.id()).flatMap(found -> live(found, claims, cookie)));
  }

  private Optional<PageSession> live(Session session, SessionClaims claims, String cookie) {
    if (!clock.instant().isBefore(session.endsAt())) {
      return Optional.empty();
    }
    return users
        .find(session.email())
        .filter(user -> user.active() && user.epoch() == session.epoch())
        .map(user -> page(session, user, claims, cookie));
  }

  private PageSession page(Session session, User user, SessionClaims claims, String cookie) {
    boolean old = !clock.instant().isBefore(claims.issuedAt().plus(RENEWED_AFTER));
    Optional<String> renewed =
        old ? Optional.of(signer.sign(user, session.id())) : Optional.empty();
    boolean mustEnrol = settings.isRequired() && user.isStaff() && !user.hasSecondFactor();
    return new PageSession(
        session.id(),
        new Caller.Staff(user.email(), user.roles(), user.merchantId()),
        session.csrf(),
        renewed.orElse(cookie),
        renewed,
        mustEnrol ? SECOND_FACTOR_PAGE : null,
        session.endsAt());
  }

  private static String random() {
    byte[] drawn = new byte[ID_BYTES];
    RANDOM.nextBytes(drawn);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
  }
}
