/// Has a running platform make the files of its closed days again, over HTTP like anybody else. It
/// knows nothing of how they are made.
@NullMarked
package io.openvpos.sandbox.reports;

import org.jspecify.annotations.NullMarked;
