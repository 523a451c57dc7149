/// Checkout sessions in MongoDB, one document each, changed by compare-and-set.
@NullMarked
package io.openvpos.authorization.checkout.mongo;

import org.jspecify.annotations.NullMarked;
