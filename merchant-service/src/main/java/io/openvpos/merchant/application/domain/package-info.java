/// An application, what makes a right one, and the order of its steps. It must not know storage,
/// messages or the clock.
@NullMarked
package io.openvpos.merchant.application.domain;

import org.jspecify.annotations.NullMarked;
