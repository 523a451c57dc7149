/// Pages of webhook endpoints.
@NullMarked
package io.openvpos.merchant.webhook.page;

import org.jspecify.annotations.NullMarked;
