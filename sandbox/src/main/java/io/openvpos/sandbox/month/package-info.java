/// A month of trade on a platform: hundreds of merchants, every kind of event, a close each day,
/// and every file read back. It knows the platform by its HTTP calls and what it left behind.
@NullMarked
package io.openvpos.sandbox.month;

import org.jspecify.annotations.NullMarked;
