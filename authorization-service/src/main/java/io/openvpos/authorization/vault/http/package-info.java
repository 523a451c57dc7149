/// What may be asked of card ranges over HTTP. It takes at most eight digits and never a card
/// number; it decides nothing.
@NullMarked
package io.openvpos.authorization.vault.http;

import org.jspecify.annotations.NullMarked;
