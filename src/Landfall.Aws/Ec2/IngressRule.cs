namespace Landfall.Aws.Ec2;

/// <summary>One peer that a security group lets in.</summary>
/// <param name="Group">The security group's id.</param>
/// <param name="Protocol">For example <c>tcp</c>; <c>-1</c> for all.</param>
/// <param name="From">The first port; -1 for all.</param>
/// <param name="To">The last port; -1 for all.</param>
/// <param name="Peer">An address block, a security group's id or a prefix list's.</param>
public sealed record IngressRule(string Group, string Protocol, int From, int To, string Peer);
