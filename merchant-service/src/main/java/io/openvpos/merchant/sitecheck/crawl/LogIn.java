package io.openvpos.merchant.sitecheck.crawl;

import io.openvpos.merchant.sitecheck.domain.judge.Words;
import io.openvpos.merchant.sitecheck.domain.seen.Form;
import io.openvpos.merchant.sitecheck.domain.seen.Form.Field;
import io.openvpos.merchant.sitecheck.domain.seen.Link;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Signs in by the site's own form: the one with exactly one password. It is looked for on the
/// first page and on a few that are called a login. Whoever gives a login asks for it to be used,
/// so robots.txt has no say here.
final class LogIn {

  private static final int MOST_TRIED = 3;
  private static final Set<String> NAMES = Set.of("", "text", "email", "tel");
  private static final Set<String> SENT_AS_THEY_ARE = Set.of("hidden");

  private final Session session;
  private final Credentials credentials;
  private final URI site;

  LogIn(Session session, Credentials credentials, URI site) {
    this.session = session;
    this.credentials = credentials;
    this.site = site;
  }

  /// How it went, and every page that was seen for it; the last one is what the login led to.
  record Tried(SignedIn signedIn, List<Visit> visits) {}

  Tried from(Visit start) {
    List<Visit> visits = new ArrayList<>();
    Visit at = start;
    Optional<Form> form = form(at);
    for (Link link : form.isPresent() ? List.<Link>of() : logins(start)) {
      at = session.visit(link.address(), true);
      visits.add(at);
      form = form(at);
      if (form.isPresent()) {
        break;
      }
    }
    if (form.isEmpty()) {
      return new Tried(SignedIn.NO_FORM, visits);
    }
    URI action = form.get().action();
    boolean stays = WebAddress.sameSite(site, action);
    boolean secured = !WebAddress.isSecure(at.address()) || WebAddress.isSecure(action);
    if (!stays || !secured || !form.get().post() || !session.allowsLogin(at.tls())) {
      return new Tried(SignedIn.UNSAFE, visits);
    }
    Visit after = session.visit(action, true, filled(form.get()));
    visits.add(after);
    boolean in = after.read().isPresent() && form(after).isEmpty();
    return new Tried(in ? SignedIn.DONE : SignedIn.REFUSED, visits);
  }

  private static Optional<Form> form(Visit visit) {
    return Optional.ofNullable(visit.page()).stream()
        .flatMap(page -> page.forms().stream())
        .filter(form -> form.passwords() == 1)
        .findFirst();
  }

  private List<Link> logins(Visit start) {
    Page page = start.page();
    return page == null
        ? List.of()
        : page.links().stream()
            .filter(link -> WebAddress.sameSite(site, link.address()))
            .filter(link -> Words.LOG_IN.names(link))
            .limit(MOST_TRIED)
            .toList();
  }

  private String filled(Form form) {
    @Nullable Field user = userField(form.fields());
    return form.fields().stream()
        .filter(field -> !field.name().isEmpty())
        .filter(field ->
            field.equals(user)
                || field.type().equals("password")
                || SENT_AS_THEY_ARE.contains(field.type()))
        .map(field -> pair(field.name(), value(field, user)))
        .collect(Collectors.joining("&"));
  }

  private String value(Field field, @Nullable Field user) {
    if (field.equals(user)) {
      return credentials.user();
    }
    return field.type().equals("password") ? credentials.password() : field.value();
  }

  /// The last field for a name before the password.
  private static @Nullable Field userField(List<Field> fields) {
    Field last = null;
    for (Field field : fields) {
      if (field.type().equals("password")) {
        return last;
      }
      last = NAMES.contains(field.type()) && !field.name().isEmpty() ? field : last;
    }
    return last;
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
