/// Which caller may read which merchant. The rules of the HTTP contract in one place; it knows
/// callers and ids, nothing else.
@NullMarked
package io.openvpos.merchant.access;

import org.jspecify.annotations.NullMarked;
