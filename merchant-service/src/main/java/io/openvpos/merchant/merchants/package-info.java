/// Merchants as the acquirer's staff sees them, put together of what other features own.
@NullMarked
package io.openvpos.merchant.merchants;

import org.jspecify.annotations.NullMarked;
