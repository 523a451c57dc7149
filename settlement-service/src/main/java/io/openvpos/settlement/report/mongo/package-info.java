/// Where file sets, jobs and kept closings are stored.
@NullMarked
package io.openvpos.settlement.report.mongo;

import org.jspecify.annotations.NullMarked;
