/// The page of a merchant's API keys.
@NullMarked
package io.openvpos.merchant.profile.page;

import org.jspecify.annotations.NullMarked;
