/// Merchants as documents, each with its profile event in its own outbox.
@NullMarked
package io.openvpos.merchant.profile.mongo;

import org.jspecify.annotations.NullMarked;
