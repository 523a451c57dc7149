/// Paper: PDF files whose bytes are a function of what is written on them, in a font that has every
/// Turkish letter. It must not know what is written.
@NullMarked
package io.openvpos.pdf;

import org.jspecify.annotations.NullMarked;
