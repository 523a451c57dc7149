/// What is on a list and whether a payment's card, BIN, address, e-mail, device, country or
/// merchant is. Pure; it must not know what follows from it nor where entries are kept.
@NullMarked
package io.openvpos.fraud.lists.domain;

import org.jspecify.annotations.NullMarked;
