/// ISO 20022 messages as XML: their definitions as far as we exchange them, and reading them so
/// that nothing outside of the message is ever looked up. It must not know what a message means.
@NullMarked
package io.openvpos.settlement.iso20022;

import org.jspecify.annotations.NullMarked;
