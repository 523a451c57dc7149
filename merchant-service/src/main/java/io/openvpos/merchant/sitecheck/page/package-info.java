/// The evidence of a site check and the decisions about it, as pages for staff.
@NullMarked
package io.openvpos.merchant.sitecheck.page;

import org.jspecify.annotations.NullMarked;
