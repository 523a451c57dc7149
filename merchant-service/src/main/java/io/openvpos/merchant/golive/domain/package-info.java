/// What a merchant must have shown in test mode. It must not know storage, messages or the clock.
@NullMarked
package io.openvpos.merchant.golive.domain;

import org.jspecify.annotations.NullMarked;
