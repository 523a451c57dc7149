package io.openvpos.merchant.sitecheck.crawl;

import io.openvpos.merchant.sitecheck.domain.judge.Words;
import io.openvpos.merchant.sitecheck.domain.seen.Link;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The addresses still to be read. What is called by a word that a criterion looks for comes first,
/// a few for each word; so a calendar without end does not eat up the pages of a check.
final class Frontier {

  private static final int MOST = 2_000;
  private static final int SOON_FOR_EACH = 3;
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "(?i).*\\.(pdf|docx?|xlsx?|zip|rar|jpe?g|png|gif|webp|svg|ico|css|js|json|xml|mp4|apk)");

  private final URI site;
  private final Set<URI> known = new HashSet<>();
  private final Map<Words, Integer> chosen = new EnumMap<>(Words.class);
  private final Deque<URI> soon = new ArrayDeque<>();
  private final Deque<URI> later = new ArrayDeque<>();

  Frontier(URI site) {
    this.site = site;
  }

  void seen(URI address) {
    known.add(address);
  }

  void add(Page page) {
    URI sentTo = page.sentTo();
    if (sentTo != null && WebAddress.sameSite(site, sentTo) && known.add(sentTo)) {
      soon.addFirst(sentTo);
    }
    page.links().forEach(this::add);
  }

  private void add(Link link) {
    URI to = link.address();
    boolean wanted =
        WebAddress.sameSite(site, to)
            && !NO_PAGE.matcher(to.getPath()).matches()
            && !Words.KEEP_OFF.names(link);
    if (wanted && known.size() < MOST && known.add(to)) {
      (isSought(link) ? soon : later).add(to);
    }
  }

  private boolean isSought(Link link) {
    if (link.language().startsWith("tr")) {
      return true;
    }
    List<Words> called = Words.SOUGHT.stream().filter(words -> words.names(link)).toList();
    called.forEach(words -> chosen.merge(words, 1, Integer::sum));
    return called.stream().anyMatch(words -> chosen.getOrDefault(words, 0) <= SOON_FOR_EACH);
  }

  Optional<URI> next() {
    return Optional.ofNullable(soon.isEmpty() ? later.poll() : soon.poll());
  }
}
