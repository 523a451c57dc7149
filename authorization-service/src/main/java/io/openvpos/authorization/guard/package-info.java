/// Stops whoever tries cards one after another, before risk or an issuer is asked. Counts in this
/// instance's memory; knows names of who tries, and nothing of payments.
@NullMarked
package io.openvpos.authorization.guard;

import org.jspecify.annotations.NullMarked;
