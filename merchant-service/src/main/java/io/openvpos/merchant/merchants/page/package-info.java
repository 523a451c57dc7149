/// The staff's list of merchants and a merchant's page, with what may be done about its standing.
@NullMarked
package io.openvpos.merchant.merchants.page;

import org.jspecify.annotations.NullMarked;
