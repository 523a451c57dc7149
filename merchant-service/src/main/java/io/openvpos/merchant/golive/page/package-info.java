/// The checklist and a merchant's standing as pages.
@NullMarked
package io.openvpos.merchant.golive.page;

import org.jspecify.annotations.NullMarked;
