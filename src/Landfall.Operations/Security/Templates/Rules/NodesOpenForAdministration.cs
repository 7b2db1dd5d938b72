namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>SSH of a cluster's nodes is open: with a key and without groups EKS opens port 22 to every address (EKS API, RemoteAccessConfig).</summary>
internal sealed class NodesOpenForAdministration() : TemplateRule(new(
    "aws-eks-nodes-open-for-administration", "SSH of a cluster's nodes is open to the internet", Severity.High, "AWS: EKS, RemoteAccessConfig",
    "These ports are tried by robots all day long.",
    "Remove 'RemoteAccess', or name 'SourceSecurityGroups'; Session Manager opens a shell without them."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::EKS::Nodegroup").Where(r => r.Has("RemoteAccess.Ec2SshKey") && !r.Has("RemoteAccess.SourceSecurityGroups")).Select(r => r.At("RemoteAccess.Ec2SshKey"));
}
