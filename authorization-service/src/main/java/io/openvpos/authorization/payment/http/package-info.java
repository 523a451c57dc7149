/// The payment calls of the HTTP contract: order of checks, strict fields, idempotency keys, JSON
/// shapes and languages. Maps a request to a use case and its reply to an answer; decides nothing
/// about a payment.
@NullMarked
package io.openvpos.authorization.payment.http;

import org.jspecify.annotations.NullMarked;
