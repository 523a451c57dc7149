/// The checklist and the way to live over HTTP, and a merchant's standing.
@NullMarked
package io.openvpos.merchant.golive.http;

import org.jspecify.annotations.NullMarked;
