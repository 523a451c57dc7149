/// Keeps rate tables, one document each; their rates are written once.
@NullMarked
package io.openvpos.settlement.fx.mongo;

import org.jspecify.annotations.NullMarked;
