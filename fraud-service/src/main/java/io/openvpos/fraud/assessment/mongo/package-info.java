/// Assessments as documents of the collection `assessments`. It must not know Kafka.
@NullMarked
package io.openvpos.fraud.assessment.mongo;

import org.jspecify.annotations.NullMarked;
