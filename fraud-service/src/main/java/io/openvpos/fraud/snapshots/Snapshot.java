package io.openvpos.fraud.snapshots;

/// The state of one partition after a record of its log. A function of the log alone, so that any
/// instance's is as good as one's own.
///
/// @param source the partition, as `topic-number`
/// @param schema of the state's bytes and of the features
/// @param offset of the last record that is in it
/// @param recordMark that record's mark (see [RecordMark]): the log must still hold the same one
/// @param state the bytes
@SuppressWarnings("ArrayRecordComponent") // Bytes for the disk, never compared.
public record Snapshot(String source, String schema, long offset, long recordMark, byte[] state) {}
