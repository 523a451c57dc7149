/// The HTTP contract of merchants and their API keys. Maps and validates; it decides nothing else.
@NullMarked
package io.openvpos.merchant.profile.http;

import org.jspecify.annotations.NullMarked;
