/// Endpoints, events and deliveries as values, and when a delivery is tried again. Pure.
@NullMarked
package io.openvpos.authorization.webhook.domain;

import org.jspecify.annotations.NullMarked;
