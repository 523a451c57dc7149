package io.openvpos.authorization.issuer;

/// A place on one connection for one request. It holds the trace number against reuse until it is
/// closed; closing twice does no harm.
public interface IssuerSlot extends AutoCloseable {

  /// The connection's name within this instance, for the record only.
  String connection();

  /// The system trace audit number (DE 11): six digits.
  String stan();

  @Override
  void close();
}
