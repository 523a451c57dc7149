/// Reads the facts that merchants are told of, and says them in the words of the contract.
@NullMarked
package io.openvpos.authorization.webhook.kafka;

import org.jspecify.annotations.NullMarked;
