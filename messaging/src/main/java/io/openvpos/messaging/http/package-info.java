/// Problem documents (RFC 9457) in the caller's language and strict JSON. Knows codes, not
/// features.
@NullMarked
package io.openvpos.messaging.http;

import org.jspecify.annotations.NullMarked;
