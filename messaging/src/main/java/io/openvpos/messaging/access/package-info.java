/// Who calls: a merchant's API key or a member of staff. Services decide what a caller may see.
@NullMarked
package io.openvpos.messaging.access;

import org.jspecify.annotations.NullMarked;
