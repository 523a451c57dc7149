/// Asks the fraud service for an assessment and waits a short time for it. When it stays silent,
/// the merchant's policy decides. It knows nothing of payments' states and never sees a card
/// number.
@NullMarked
package io.openvpos.authorization.risk;

import org.jspecify.annotations.NullMarked;
