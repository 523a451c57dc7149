/// What every HTML page of any service is made of: who looks at it, in which language, the form
/// that came with it, how money and times are written, and the frame around it. It knows nothing of
/// what the pages are about; docs/portal.md tells how to write one.
@NullMarked
package io.openvpos.page;

import org.jspecify.annotations.NullMarked;
