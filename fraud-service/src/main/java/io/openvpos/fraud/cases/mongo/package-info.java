/// Cases and snoozes as documents, with the payment's facts as they were judged.
@NullMarked
package io.openvpos.fraud.cases.mongo;

import org.jspecify.annotations.NullMarked;
