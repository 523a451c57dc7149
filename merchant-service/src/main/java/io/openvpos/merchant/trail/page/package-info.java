/// The audit trail as a page.
@NullMarked
package io.openvpos.merchant.trail.page;

import org.jspecify.annotations.NullMarked;
