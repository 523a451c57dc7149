/// Card codes held while a cardholder proves who they are: encrypted under a key of each payment's
/// own, for minutes, and destroyed with that key. Knows no payment's state.
@NullMarked
package io.openvpos.authorization.vault.held;

import org.jspecify.annotations.NullMarked;
