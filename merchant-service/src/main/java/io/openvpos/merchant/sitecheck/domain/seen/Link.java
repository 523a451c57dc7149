package io.openvpos.merchant.sitecheck.domain.seen;

import java.net.URI;

/// A way from a page to another.
///
/// @param text what can be clicked on, or the picture's description
/// @param language of the other page if the link says so, else empty
public record Link(URI address, String text, String language) {}
