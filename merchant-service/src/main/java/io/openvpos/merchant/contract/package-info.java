/// Later versions of a merchant's contract: one person proposes, another one approves. Owns the use
/// case and the port to where the books are kept; it must not know how.
@NullMarked
package io.openvpos.merchant.contract;

import org.jspecify.annotations.NullMarked;
