/// Speaks ISO 8583 with the card network: authorizations, refunds and reversal advices over
/// persistent connections. Network words (MTI, data elements) stay here. It decides nothing about a
/// payment and stores nothing; whoever asks writes the attempt down before the message leaves.
@NullMarked
package io.openvpos.authorization.issuer;

import org.jspecify.annotations.NullMarked;
