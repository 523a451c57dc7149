package io.openvpos.authorization.webhook;

/// What the use cases of webhooks work with.
record WebhookParts(
    EndpointStore endpoints,
    DeliveryStore deliveries,
    EndpointSecrets secrets,
    Poster poster,
    Acceptance acceptance) {}
