/// One HTTP request at a time to an address that a stranger chose: names are resolved here and
/// pinned, private addresses refused, and every size and time has a limit. It must not know why.
@NullMarked
package io.openvpos.merchant.sitecheck.fetch;

import org.jspecify.annotations.NullMarked;
