/// The plumbing every service shares, wired by Boot's auto-configuration. It knows topics,
/// documents, callers and days, and no payment.
@NullMarked
package io.openvpos.messaging;

import org.jspecify.annotations.NullMarked;
