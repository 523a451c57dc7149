/// Contract terms as they stand in JSON: read with every fault and its place, and shown. Rooms of
/// HTTP share it; it must not know who may send what, storage or the clock.
@NullMarked
package io.openvpos.merchant.contract.request;

import org.jspecify.annotations.NullMarked;
