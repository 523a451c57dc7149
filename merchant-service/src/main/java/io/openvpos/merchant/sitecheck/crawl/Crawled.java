package io.openvpos.merchant.sitecheck.crawl;

import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import java.util.Map;

/// What a walk brought home.
///
/// @param bodies the pages as they came, by the SHA-256 that their visits carry; only the login's
///   password is blackened in them
public record Crawled(SiteSeen seen, Map<String, byte[]> bodies) {}
