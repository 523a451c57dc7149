/// The EMV 3-D Secure messages that a 3DS Server writes and reads, by their EMV field names, with
/// the checks and error codes of the specification. Knows no connection and no authentication's
/// state.
@NullMarked
package io.openvpos.authorization.threeds.message;

import org.jspecify.annotations.NullMarked;
