using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Files are transferred in plain.</summary>
internal sealed class PlainFileTransfer() : TemplateRule(new(
    "aws-transfer-plain", "Files are transferred in plain", Severity.Medium, "AWS FSBP Transfer.2",
    "Who is on the way reads names, passwords and files.",
    "Take FTP out of 'Protocols'; SFTP and FTPS are encrypted."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::Transfer::Server").Where(r => r.Items("Protocols").Any(protocol => protocol is ScalarNode { Text: "FTP" })).Select(r => r.At("Protocols"));
}
