/// Collections `webhook_endpoints` and `webhook_deliveries`. Owns the shape of their documents.
@NullMarked
package io.openvpos.authorization.webhook.mongo;

import org.jspecify.annotations.NullMarked;
