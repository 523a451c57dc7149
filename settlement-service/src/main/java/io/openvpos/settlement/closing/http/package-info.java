/// The close of a day over HTTP: how far it is, what it will come to, what it took over.
@NullMarked
package io.openvpos.settlement.closing.http;

import org.jspecify.annotations.NullMarked;
