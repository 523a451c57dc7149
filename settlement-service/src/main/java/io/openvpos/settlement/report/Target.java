package io.openvpos.settlement.report;

import io.openvpos.settlement.report.domain.Language;
import java.io.OutputStream;

/// One of the files that a writer writes at the same time. They differ in their language only, so
/// rows are written out, and packed, once for all of them.
///
/// @param out stays open
public record Target(Language language, OutputStream out) {}
