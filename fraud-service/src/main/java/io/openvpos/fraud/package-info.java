/// fraud-service: answers, before the issuer is asked, how risky a payment is. This package owns
/// the service's start, its settings and the page that shows its wiring. It decides nothing itself
/// and never sees a PAN.
@NullMarked
package io.openvpos.fraud;

import org.jspecify.annotations.NullMarked;
