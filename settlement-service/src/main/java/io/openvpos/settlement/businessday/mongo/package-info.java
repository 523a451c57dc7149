/// Keeps the sequence in one document that changes by compare-and-set, and one document for each
/// day beside it. It must not decide anything.
@NullMarked
package io.openvpos.settlement.businessday.mongo;

import org.jspecify.annotations.NullMarked;
