/// An open matter as fields of the document that it belongs to.
@NullMarked
package io.openvpos.settlement.matter.mongo;

import org.jspecify.annotations.NullMarked;
