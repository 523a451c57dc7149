/// The audit trail as a page.
@NullMarked
package io.openvpos.merchant.audit.page;

import org.jspecify.annotations.NullMarked;
