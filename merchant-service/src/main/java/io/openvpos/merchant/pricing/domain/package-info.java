/// Commission and banking tax (BSMV) of one capture and of its refunds, in exact integers. Pure: it
/// must not know the ledger, storage, messages or the clock.
@NullMarked
package io.openvpos.merchant.pricing.domain;

import org.jspecify.annotations.NullMarked;
