/// The only room that holds card numbers. It reads the card of a request, stores it encrypted under
/// a random token, and tells other rooms what may be known of it. Card numbers and security codes
/// leave it only as [RevealedCard], for the issuer room. It knows nothing of payments.
@NullMarked
package io.openvpos.authorization.vault;

import org.jspecify.annotations.NullMarked;
