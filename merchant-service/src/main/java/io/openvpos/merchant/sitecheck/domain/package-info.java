/// What a check is, what it looks for and what it found. Pure.
@NullMarked
package io.openvpos.merchant.sitecheck.domain;

import org.jspecify.annotations.NullMarked;
