/// The merchant agreement as a document, in Turkish and in English. It must not know applications:
/// it is told whom it is for and what was agreed.
@NullMarked
package io.openvpos.merchant.agreement;

import org.jspecify.annotations.NullMarked;
