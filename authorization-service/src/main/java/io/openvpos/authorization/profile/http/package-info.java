/// What the edge answers while it does not know its merchants yet. Whose key it is, is decided by
/// messaging's access filter over the view next door.
@NullMarked
package io.openvpos.authorization.profile.http;

import org.jspecify.annotations.NullMarked;
