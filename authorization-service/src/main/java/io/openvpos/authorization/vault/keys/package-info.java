/// The vault's keys and what they encrypt with. It reads key material, wraps and unwraps; it does
/// not know what the text is that it seals. Only the vault may use it.
@NullMarked
package io.openvpos.authorization.vault.keys;

import org.jspecify.annotations.NullMarked;
