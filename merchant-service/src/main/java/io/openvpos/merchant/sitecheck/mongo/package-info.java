/// Checks and their evidence as documents.
@NullMarked
package io.openvpos.merchant.sitecheck.mongo;

import org.jspecify.annotations.NullMarked;
