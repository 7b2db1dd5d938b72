namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A bucket says that it may be opened.</summary>
internal sealed class PublicAccessAllowed() : TemplateRule(new(
    "aws-s3-public-access-allowed", "A bucket allows public access", Severity.High, "AWS FSBP S3.8",
    "The block that AWS sets by default is taken away.",
    "Set all four of 'PublicAccessBlockConfiguration' to true, and serve files by CloudFront."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::S3::Bucket").SelectMany(r => PublicAccessBlockMissing.Settings.Select(name => $"PublicAccessBlockConfiguration.{name}").Where(r.IsFalse).Take(1).Select(path => r.At(path).FixedBy(PublicAccessBlockMissing.Fix(r))));
}
