/// Texts that people write, as fields of a body.
@NullMarked
package io.openvpos.settlement.written.http;

import org.jspecify.annotations.NullMarked;
