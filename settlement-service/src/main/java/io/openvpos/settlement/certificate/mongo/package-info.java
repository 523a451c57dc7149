/// Keeps certificates, each inserted once.
@NullMarked
package io.openvpos.settlement.certificate.mongo;

import org.jspecify.annotations.NullMarked;
