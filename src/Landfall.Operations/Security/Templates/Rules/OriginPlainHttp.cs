using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A distribution asks its origin in plain, or by old versions of TLS.</summary>
internal sealed class OriginPlainHttp() : TemplateRule(new(
    "aws-cloudfront-plain-origin", "A distribution speaks to its origin in plain, or by old TLS", Severity.Medium, "AWS FSBP CloudFront.9, CloudFront.10",
    "Who is between the two reads and changes what goes through.",
    "Set 'OriginProtocolPolicy: https-only' and 'OriginSSLProtocols: [TLSv1.2]'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::CloudFront::Distribution").SelectMany(r => r.Items("DistributionConfig.Origins")
            .Where(o => r.Text(o, "CustomOriginConfig.OriginProtocolPolicy") is "http-only" || r.Items(o, "CustomOriginConfig.OriginSSLProtocols").OfType<ScalarNode>().Any(p => p.Text is "SSLv3" or "TLSv1" or "TLSv1.1"))
            .Select(o => new Spot(o.LineOf("CustomOriginConfig.OriginProtocolPolicy", o.Mark.Line), $"{r.Id}/Origins")));
}
