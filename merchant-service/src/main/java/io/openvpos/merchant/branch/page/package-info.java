/// The look-up of branches as a page.
@NullMarked
package io.openvpos.merchant.branch.page;

import org.jspecify.annotations.NullMarked;
