package io.openvpos.settlement.reconciliation.file;

import io.openvpos.money.Mode;
import java.time.LocalDate;

/// The first line of a file.
///
/// @param fileId unique for ever at its sender
/// @param network who cleared, or is to clear
/// @param day the business day it is of
/// @param sequence 1 for the first file of that day and mode
public record FileHeader(
    FileKind kind, String fileId, String network, LocalDate day, Mode mode, int sequence) {}
