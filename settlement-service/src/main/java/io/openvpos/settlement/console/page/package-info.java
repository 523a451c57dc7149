/// The pages of the finance console, below `/portal/finance`; docs/portal.md tells how a page is
/// written.
@NullMarked
package io.openvpos.settlement.console.page;

import org.jspecify.annotations.NullMarked;
