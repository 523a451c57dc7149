package io.openvpos.sandbox.registry;

/// One line of the registry's file: a version of a subject.
///
/// @param id the schema's id, the same wherever the same schema is registered
/// @param version counts within the subject, from 1
/// @param schema canonical Avro JSON
record RegisteredSchema(String subject, int id, int version, String schema) {}
