namespace Landfall.Hooks.Tasks;

/// <summary>Where a task is in the network.</summary>
/// <param name="AwsvpcConfiguration">Subnets and security groups.</param>
internal sealed record TaskNetwork(TaskNetwork.Vpc AwsvpcConfiguration)
{
    /// <summary>Subnets and security groups.</summary>
    /// <param name="Subnets">The subnets, in one of which it runs.</param>
    /// <param name="SecurityGroups">Its security groups.</param>
    /// <param name="AssignPublicIp">Whether it has a public address.</param>
    internal sealed record Vpc(IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups, string AssignPublicIp);
}
