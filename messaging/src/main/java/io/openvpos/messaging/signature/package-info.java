/// Signed requests: HTTP Message Signatures (RFC 9421) by Ed25519 over a subset of components, with
/// the body's digest (RFC 9530), a time and a nonce. It knows public keys only, and nothing of what
/// a request is about.
///
/// See docs/decisions/0080-the-shop-signs-with-a-key-that-the-bank-does-not-have.md.
@NullMarked
package io.openvpos.messaging.signature;

import org.jspecify.annotations.NullMarked;
