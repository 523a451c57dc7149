/// Decides each criterion from what was seen, by word lists in Turkish and English. Pure: the same
/// facts at the same time give the same findings.
@NullMarked
package io.openvpos.merchant.sitecheck.domain.judge;

import org.jspecify.annotations.NullMarked;
