/// Ticks as documents.
@NullMarked
package io.openvpos.merchant.golive.mongo;

import org.jspecify.annotations.NullMarked;
