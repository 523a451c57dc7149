/// The pages that a cardholder's browser sees between the shop and the issuer: plain HTML that
/// works without a script. Knows no store and asks nobody.
@NullMarked
package io.openvpos.authorization.threeds.page;

import org.jspecify.annotations.NullMarked;
