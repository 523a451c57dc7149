/// Reports, their files and jobs over HTTP. It owns who may see them and how they are sent: written
/// while they are sent, whatever their size.
@NullMarked
package io.openvpos.settlement.report.http;

import org.jspecify.annotations.NullMarked;
