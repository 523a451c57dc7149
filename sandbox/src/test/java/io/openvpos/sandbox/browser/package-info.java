/// The pages as people use them, in a browser.
@NullMarked
package io.openvpos.sandbox.browser;

import org.jspecify.annotations.NullMarked;
