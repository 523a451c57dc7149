/// Endpoints and their delivery logs over HTTP, for the shop's back end and the merchant's
/// administrators.
@NullMarked
package io.openvpos.authorization.webhook.http;

import org.jspecify.annotations.NullMarked;
