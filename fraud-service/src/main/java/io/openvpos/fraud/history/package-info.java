/// What is remembered of cards, merchants, terminals, BINs, addresses, devices and e-mails, and the
/// features that follow from it. Pure: the same records in the same order give the same vectors and
/// the same digest. It must not know of clocks, Kafka, storage, models or rules.
@NullMarked
package io.openvpos.fraud.history;

import org.jspecify.annotations.NullMarked;
