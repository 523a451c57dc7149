/// The merchant's first page and its balances: figures of this service's own ledger, and of the
/// edge where only that has them.
@NullMarked
package io.openvpos.merchant.dashboard.page;

import org.jspecify.annotations.NullMarked;
