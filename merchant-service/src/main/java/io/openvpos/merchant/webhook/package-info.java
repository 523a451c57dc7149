/// A merchant's webhook endpoints and what became of their deliveries, as the edge keeps them, for
/// people without a programmer at hand. Nothing of it is stored here.
@NullMarked
package io.openvpos.merchant.webhook;

import org.jspecify.annotations.NullMarked;
