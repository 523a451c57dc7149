/// How much a service takes on: how often an address, a caller or an account may ask, how many
/// requests are in execution, and how long one may take. Past a limit the answer is 429 or 503 with
/// Retry-After; nothing waits in a queue. Knows requests and callers, and no use case.
@NullMarked
package io.openvpos.messaging.limits;

import org.jspecify.annotations.NullMarked;
