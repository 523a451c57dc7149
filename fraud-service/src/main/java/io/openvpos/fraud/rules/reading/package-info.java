/// Checks what people send as a new version of the rules, whether by the API or by a page. It keeps
/// nothing.
@NullMarked
package io.openvpos.fraud.rules.reading;

import org.jspecify.annotations.NullMarked;
