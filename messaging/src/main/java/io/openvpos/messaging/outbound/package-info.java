/// Which addresses on the Internet may be connected to where a stranger names them. It must not
/// know what for.
@NullMarked
package io.openvpos.messaging.outbound;

import org.jspecify.annotations.NullMarked;
