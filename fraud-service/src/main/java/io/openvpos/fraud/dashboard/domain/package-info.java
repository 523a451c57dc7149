/// Counts and what is computed from them. Pure; it must not know what is counted nor where counts
/// are kept.
@NullMarked
package io.openvpos.fraud.dashboard.domain;

import org.jspecify.annotations.NullMarked;
