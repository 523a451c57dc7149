/// The checkout: sessions that a shop opens and a payer pays in on the acquirer's own page. It owns
/// which attempt of a session is live; that money moves once is owned by payments, and this room
/// pays through the same use case as the API. It never sees a card number outside the vault's
/// types.
@NullMarked
package io.openvpos.authorization.checkout;

import org.jspecify.annotations.NullMarked;
