/// A merchant and the rules of a right one. It must not know storage, messages or the clock.
@NullMarked
package io.openvpos.merchant.profile.domain;

import org.jspecify.annotations.NullMarked;
