/// What the edge knows of its merchants and their API keys: a view in memory over the merchant
/// profiles that merchant-service publishes. It decides who calls; it changes nothing.
@NullMarked
package io.openvpos.authorization.profile;

import org.jspecify.annotations.NullMarked;
