/// The checklist as a page.
@NullMarked
package io.openvpos.merchant.golive.page;

import org.jspecify.annotations.NullMarked;
