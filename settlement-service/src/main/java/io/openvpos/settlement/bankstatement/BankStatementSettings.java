package io.openvpos.settlement.bankstatement;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the bank's messages are read.
///
/// @param schemeReferences how the references of the card network's payments begin
@ConfigurationProperties("vpos.bank-statements")
public record BankStatementSettings(@DefaultValue("OVPNET-") List<String> schemeReferences) {

  public BankStatementSettings {
    schemeReferences = List.copyOf(schemeReferences);
  }
}
