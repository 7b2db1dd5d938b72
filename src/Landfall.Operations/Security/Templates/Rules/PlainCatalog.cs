using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A data catalogue, or the passwords in it, is not encrypted.</summary>
internal sealed class PlainCatalog() : TemplateRule(new(
    "aws-glue-catalog-unencrypted", "A data catalogue is not encrypted", Severity.Medium, "AWS: Glue, encrypting the Data Catalog",
    "Who gets at its disks reads what there is and, of connections, the passwords.",
    "Set 'CatalogEncryptionMode: SSE-KMS' and 'ReturnConnectionPasswordEncrypted: true'."))
{
    private const string Mode = "DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode";
    private const string Passwords = "DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted";

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::Glue::DataCatalogEncryptionSettings").SelectMany(r => new[]
        {
            r.Find(Mode) is null or ScalarNode { Text: "DISABLED" or "Disabled" or "disabled" } ? r.At(Mode) : null,
            r.IsFalse(Passwords) ? r.At(Passwords) : null,
        }.OfType<Spot>());
}
