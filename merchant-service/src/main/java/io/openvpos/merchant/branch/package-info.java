/// The acquirer's branches, from a list that is part of the product.
@NullMarked
package io.openvpos.merchant.branch;

import org.jspecify.annotations.NullMarked;
