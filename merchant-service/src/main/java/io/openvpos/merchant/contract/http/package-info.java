/// The HTTP contract of contract versions. Maps and validates; it decides nothing else.
@NullMarked
package io.openvpos.merchant.contract.http;

import org.jspecify.annotations.NullMarked;
