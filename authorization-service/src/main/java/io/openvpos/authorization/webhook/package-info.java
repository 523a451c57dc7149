/// Webhooks: what happened, told to the merchants' own servers, signed as Standard Webhooks 1.0.0
/// asks. Owns endpoints, deliveries and their retries. It must not know how a payment is decided,
/// and nothing waits for it.
@NullMarked
package io.openvpos.authorization.webhook;

import org.jspecify.annotations.NullMarked;
