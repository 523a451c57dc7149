/// Limits that the state sets, as dated data: what a contract may take and how many instalments a
/// sale may have. Owns the tables and how they are read; it must not know requests, storage or the
/// clock.
@NullMarked
package io.openvpos.merchant.contract.domain.ceiling;

import org.jspecify.annotations.NullMarked;
