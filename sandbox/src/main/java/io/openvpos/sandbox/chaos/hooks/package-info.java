/// The shops' servers that are told of their payments: they survive every fault of the platform,
/// check signatures by themselves, now and then answer that they cannot, and remember what came.
@NullMarked
package io.openvpos.sandbox.chaos.hooks;

import org.jspecify.annotations.NullMarked;
