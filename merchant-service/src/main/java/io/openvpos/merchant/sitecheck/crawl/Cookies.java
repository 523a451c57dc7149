package io.openvpos.merchant.sitecheck.crawl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The cookies of one check, by the exact name that set them; forgotten with it. Paths, domains and
/// dates are not looked at: a minute's visit to one site does not need them.
final class Cookies {

  private static final int MOST = 50;
  private static final int LONGEST = 4_096;

  private final Map<String, Map<String, String>> byHost = new LinkedHashMap<>();

  void take(String host, List<String> set) {
    Map<String, String> own = byHost.computeIfAbsent(host, _ -> new LinkedHashMap<>());
    for (String one : set) {
      int end = one.indexOf(';');
      String pair = end < 0 ? one : one.substring(0, end);
      int equal = pair.indexOf('=');
      boolean room = own.size() < MOST && pair.length() <= LONGEST;
      if (equal > 0 && room) {
        own.put(pair.substring(0, equal).strip(), pair.substring(equal + 1).strip());
      }
    }
  }

  /// The header's value; empty if there is nothing to send.
  String header(String host) {
    return byHost.getOrDefault(host, Map.of()).entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining("; "));
  }
}
