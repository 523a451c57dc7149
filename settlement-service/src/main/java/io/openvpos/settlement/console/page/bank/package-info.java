/// Pages of the bank's messages: in by hand, what stood in them, and what fits nothing here.
@NullMarked
package io.openvpos.settlement.console.page.bank;

import org.jspecify.annotations.NullMarked;
