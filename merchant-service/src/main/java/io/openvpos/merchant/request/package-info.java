/// What every reading of a request needs. It must not know what is read.
@NullMarked
package io.openvpos.merchant.request;

import org.jspecify.annotations.NullMarked;
