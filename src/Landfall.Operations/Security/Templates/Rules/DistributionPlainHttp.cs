using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A distribution serves plain HTTP.</summary>
internal sealed class DistributionPlainHttp() : TemplateRule(new(
    "aws-cloudfront-plain-http", "A distribution serves plain HTTP", Severity.Medium, "AWS FSBP CloudFront.3",
    "Everybody on the way reads and changes what goes through it.",
    "Set 'ViewerProtocolPolicy: redirect-to-https'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::CloudFront::Distribution").SelectMany(r => Behaviours(r).Where(b => r.Text(b, "ViewerProtocolPolicy") == "allow-all")
            .Select(b => new Spot(b.LineOf("ViewerProtocolPolicy", b.Mark.Line), $"{r.Id}/ViewerProtocolPolicy")));

    private static IEnumerable<ConfigNode> Behaviours(TemplateResource r) => r.Items("DistributionConfig.DefaultCacheBehavior").Concat(r.Items("DistributionConfig.CacheBehaviors"));
}
