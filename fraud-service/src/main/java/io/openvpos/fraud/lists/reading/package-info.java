/// Checks what people send to be put on lists, one entry or a file, whether by the API or by a
/// page. It keeps nothing.
@NullMarked
package io.openvpos.fraud.lists.reading;

import org.jspecify.annotations.NullMarked;
