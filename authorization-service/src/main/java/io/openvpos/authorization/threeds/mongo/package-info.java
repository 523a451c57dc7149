/// The stored authentications: one document each in `authentications`, changed by compare-and-set
/// only. Owns the shape of the document; decides nothing.
@NullMarked
package io.openvpos.authorization.threeds.mongo;

import org.jspecify.annotations.NullMarked;
