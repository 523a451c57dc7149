package io.openvpos.merchant.sitecheck.crawl;

import java.time.Duration;

/// How far one check goes.
///
/// @param pages that are asked for, the given address among them
/// @param time of the whole check
/// @param redirects followed for one page
public record CrawlLimits(int pages, Duration time, int redirects) {}
