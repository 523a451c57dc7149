/// Who changed what, when and from where: records that are made by the same compare-and-set as the
/// change itself and kept for ever. It must not know what the changed things are.
@NullMarked
package io.openvpos.merchant.audit;

import org.jspecify.annotations.NullMarked;
