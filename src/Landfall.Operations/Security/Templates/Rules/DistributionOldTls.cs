namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A distribution takes old versions of TLS.</summary>
internal sealed class DistributionOldTls() : TemplateRule(new(
    "aws-cloudfront-old-tls", "A distribution takes old versions of TLS", Severity.Medium, "AWS Security Hub CloudFront.15",
    "TLS 1.0 and 1.1 have known holes.",
    "Set 'ViewerCertificate.MinimumProtocolVersion: TLSv1.2_2021'."))
{
    private const string Certificate = "DistributionConfig.ViewerCertificate";

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::CloudFront::Distribution").Where(r => r.Has(Certificate) && !r.IsTrue($"{Certificate}.CloudFrontDefaultCertificate") && r.Find($"{Certificate}.MinimumProtocolVersion") is not UnknownNode
                && r.Text($"{Certificate}.MinimumProtocolVersion") is null or "SSLv3" or "TLSv1" or "TLSv1_2016" or "TLSv1.1_2016")
            .Select(r => r.At($"{Certificate}.MinimumProtocolVersion"));
}
