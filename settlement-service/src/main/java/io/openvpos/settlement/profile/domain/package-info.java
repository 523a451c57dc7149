/// What settlement knows of merchants: the account that payouts go to and the API keys that may
/// read. A view in memory; it owns no truth and must not know where it comes from.
@NullMarked
package io.openvpos.settlement.profile.domain;

import org.jspecify.annotations.NullMarked;
