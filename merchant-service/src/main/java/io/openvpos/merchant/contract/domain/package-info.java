/// What a merchant agreed to pay: versions of a contract by business day, with rows of rates. Owns
/// which version and which row holds; it computes no amount and must not know storage, messages or
/// the clock.
@NullMarked
package io.openvpos.merchant.contract.domain;

import org.jspecify.annotations.NullMarked;
