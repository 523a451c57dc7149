package io.openvpos.authorization.webhook.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An endpoint as sent. In a change, what is left out stays as it is.
///
/// @param url absolute, `https`
/// @param events names such as `payment.captured`, groups such as `payment.*`, or `*`; left out in
///   a new endpoint: all
/// @param enabled in a change only
record EndpointRequest(
    @Nullable String url,
    @Nullable List<String> events,
    @Nullable String description,
    @Nullable Boolean enabled) {}
