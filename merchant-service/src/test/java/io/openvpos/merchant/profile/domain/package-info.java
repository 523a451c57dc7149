/// Tests of a merchant's own rules.
@NullMarked
package io.openvpos.merchant.profile.domain;

import org.jspecify.annotations.NullMarked;
