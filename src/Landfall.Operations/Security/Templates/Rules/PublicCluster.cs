using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A cluster's API answers the whole internet.</summary>
internal sealed class PublicCluster() : TemplateRule(new(
    "aws-eks-public-endpoint", "A cluster's API answers the whole internet", Severity.High, "AWS FSBP EKS.1",
    "A leaked key, or a hole in the API, is enough.",
    "Set 'EndpointPublicAccess: false', or 'PublicAccessCidrs' to your own addresses."))
{
    private const string Access = "ResourcesVpcConfig.EndpointPublicAccess";
    private const string Blocks = "ResourcesVpcConfig.PublicAccessCidrs";

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::EKS::Cluster").Where(r => r.Find(Access) is not UnknownNode && !r.IsFalse(Access) && (!r.Has(Blocks) || r.Items(Blocks).Any(block => block is ScalarNode { Text: "0.0.0.0/0" }))).Select(r => r.At(Access));
}
