/// The use cases of a payment: authorize, capture, void, refund, forward advices, recover. Each
/// loads the payment's document, asks the domain to decide, and stores state, facts and the frozen
/// answer in one compare-and-set. Knows no HTTP, no Avro and no database; never sees a card number.
@NullMarked
package io.openvpos.authorization.payment;

import org.jspecify.annotations.NullMarked;
