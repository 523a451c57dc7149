/// Merchants as the acquirer knows them: what they may do, their API keys and their contract
/// versions. Every change tells the other services the whole profile. It must not know the ledger.
@NullMarked
package io.openvpos.merchant.profile;

import org.jspecify.annotations.NullMarked;
