/// The bodies that open matters are moved with.
@NullMarked
package io.openvpos.settlement.matter.http;

import org.jspecify.annotations.NullMarked;
