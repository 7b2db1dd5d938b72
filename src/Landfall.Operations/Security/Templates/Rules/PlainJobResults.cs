namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>What a job of Glue's writes is stored in plain.</summary>
internal sealed class PlainJobResults() : TemplateRule(new(
    "aws-glue-unencrypted", "What a job writes is stored in plain", Severity.Medium, "AWS: Glue, security configurations",
    "Who gets at the disks reads results, logs and bookmarks.",
    "Set the modes to SSE-KMS and CSE-KMS."))
{
    private static readonly (string Path, string Key)[] Modes =
    [
        ("EncryptionConfiguration.S3Encryptions", "S3EncryptionMode"),
        ("EncryptionConfiguration.CloudWatchEncryption", "CloudWatchEncryptionMode"),
        ("EncryptionConfiguration.JobBookmarksEncryption", "JobBookmarksEncryptionMode"),
    ];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::Glue::SecurityConfiguration").SelectMany(r => Modes
            .Where(mode => r.Items(mode.Path).Any(one => r.Text(one, mode.Key) == "DISABLED")).Select(mode => r.At(mode.Path)));
}
