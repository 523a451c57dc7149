/// The bytes in which a page keeps its lines. It must not know documents or the store.
@NullMarked
package io.openvpos.settlement.batch.mongo.block;

import org.jspecify.annotations.NullMarked;
