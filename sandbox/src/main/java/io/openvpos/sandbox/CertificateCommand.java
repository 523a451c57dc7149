package io.openvpos.sandbox;

import io.openvpos.sandbox.certificate.CertificateVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Day certificates.
@Command(
    name = "certificate",
    description = "Day certificates.",
    subcommands = CertificateCommand.VerifyFiles.class)
final class CertificateCommand {

  /// Needs the files and nothing else.
  @Command(
      name = "verify",
      description = "Verify day certificates and the links between them; needs no server.")
  static final class VerifyFiles implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Certificates, in any order.")
    private List<Path> files = new ArrayList<>();

    @Option(
        names = "--report",
        paramLabel = "FILE",
        description = "A report or payout file that a certificate must name by its SHA-256.")
    private List<Path> reports = new ArrayList<>();

    @Option(
        names = "--files",
        paramLabel = "FILE",
        description = "The list of a batch's files, by which its reports are named.")
    private List<Path> lists = new ArrayList<>();

    @Override
    public Integer call() {
      return CertificateVerifier.print(files, reports, lists, System.out) ? 0 : 1;
    }
  }
}
