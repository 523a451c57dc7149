/// The HTTP contract of quotes. Maps and validates; it computes nothing.
@NullMarked
package io.openvpos.merchant.pricing.http;

import org.jspecify.annotations.NullMarked;
