/// Rules over the whole source tree: layout, sizes, names, directions. Reads files, starts nothing.
@NullMarked
package io.openvpos.sandbox.house;

import org.jspecify.annotations.NullMarked;
