/// Versions of the rules as pages: the list, the editor of a draft, and the way of a version into
/// force. It decides nothing.
@NullMarked
package io.openvpos.fraud.rules.page;

import org.jspecify.annotations.NullMarked;
