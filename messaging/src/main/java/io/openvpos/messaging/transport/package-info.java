/// How a service may be reached: by TLS, or in clear where nobody else is on the line.
///
/// See docs/tls.md.
@NullMarked
package io.openvpos.messaging.transport;

import org.jspecify.annotations.NullMarked;
