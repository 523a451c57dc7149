/// Posts to an address that a stranger chose, and to no address of the bank's own network. It must
/// not know what is posted.
@NullMarked
package io.openvpos.authorization.webhook.post;

import org.jspecify.annotations.NullMarked;
