using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A bucket answers plain HTTP.</summary>
internal sealed class BucketPlainHttp() : TemplateRule(new(
    "aws-s3-plain-http", "A bucket answers plain HTTP", Severity.Low, "AWS FSBP S3.5",
    "Who is on the way reads and changes what is stored and read.",
    "Add a bucket policy that denies requests with 'aws:SecureTransport' false."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template)
    {
        var denied = template.OfType("AWS::S3::BucketPolicy")
            .Where(p => PolicyStatement.Of(p, "PolicyDocument").Any(s => s.Effect == "Deny" && s.Mentions("aws:SecureTransport")))
            .Select(p => p.Properties.Find("Bucket")?.Value).Select(bucket => template.Target(bucket)?.Id).ToHashSet();
        return template.OfType("AWS::S3::Bucket").Where(r => !denied.Contains(r.Id)).Select(r => r.Whole());
    }
}
