/// Walks through a site in the order that finds what the criteria need soonest: redirects, cookies,
/// robots.txt, signing in, and pages read into facts. It decides nothing.
@NullMarked
package io.openvpos.merchant.sitecheck.crawl;

import org.jspecify.annotations.NullMarked;
