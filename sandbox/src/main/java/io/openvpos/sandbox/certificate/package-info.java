/// Checks day certificates by themselves: their form, their arithmetic, their links and the files
/// that they name. It shares no code with what writes them and must not need a server.
@NullMarked
package io.openvpos.sandbox.certificate;

import org.jspecify.annotations.NullMarked;
