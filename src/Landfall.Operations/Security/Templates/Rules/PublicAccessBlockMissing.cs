namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A bucket does not say that nobody may open it.</summary>
internal sealed class PublicAccessBlockMissing() : TemplateRule(new(
    "aws-s3-no-public-access-block", "A bucket does not block public access", Severity.Medium, "AWS FSBP S3.8",
    "A policy or an access list that somebody adds can open it to everybody.",
    "Set all four of 'PublicAccessBlockConfiguration' to true."))
{
    public static readonly string[] Settings = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::S3::Bucket").Where(r => Settings.Any(name => !r.Has($"PublicAccessBlockConfiguration.{name}"))).Select(r => r.At("PublicAccessBlockConfiguration"));
}
