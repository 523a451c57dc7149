/// Contract versions as pages: a merchant's own, and for staff with what waits for approval.
@NullMarked
package io.openvpos.merchant.contract.page;

import org.jspecify.annotations.NullMarked;
