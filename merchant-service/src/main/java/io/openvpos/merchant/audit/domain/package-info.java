/// The audit trail's records and the chain of hashes over them. It must not know storage or the
/// clock.
@NullMarked
package io.openvpos.merchant.audit.domain;

import org.jspecify.annotations.NullMarked;
