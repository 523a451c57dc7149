/// The profile on `merchant.profiles.v1`, and this service's own view of it for API keys.
@NullMarked
package io.openvpos.merchant.profile.kafka;

import org.jspecify.annotations.NullMarked;
