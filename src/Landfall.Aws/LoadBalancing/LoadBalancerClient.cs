using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.LoadBalancing;

/// <summary>The part of the Elastic Load Balancing API that lets a load balancer be deleted and tells how its targets are.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class LoadBalancerClient(AwsSession session)
{
    internal static readonly AwsService Service =
        new("elasticloadbalancing", "elasticloadbalancing", "ELASTIC_LOAD_BALANCING_V2", "2015-12-01");

    /// <summary>Turns a load balancer's deletion protection off.</summary>
    /// <param name="arn">The load balancer's ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AllowDeletionAsync(string arn, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(
            session,
            Service,
            "ModifyLoadBalancerAttributes",
            new Dictionary<string, string>
            {
                ["LoadBalancerArn"] = arn,
                ["Attributes.member.1.Key"] = "deletion_protection.enabled",
                ["Attributes.member.1.Value"] = "false",
            },
            cancellation);

    /// <summary>Asks how the targets of a target group are.</summary>
    /// <param name="targetGroup">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>One entry for each target.</returns>
    public async Task<IReadOnlyList<TargetHealth>> ListTargetHealthAsync(string targetGroup, CancellationToken cancellation)
    {
        var answer = await QueryProtocol.CallAsync(
            session, Service, "DescribeTargetHealth", new Dictionary<string, string> { ["TargetGroupArn"] = targetGroup }, cancellation).ConfigureAwait(false);
        return
        [
            .. from member in answer.Descendants("TargetHealthDescriptions").Elements("member")
               let health = member.Element("TargetHealth")
               select new TargetHealth(
                   $"{member.Element("Target")?.Element("Id")?.Value}:{member.Element("Target")?.Element("Port")?.Value}",
                   health?.Element("State")?.Value ?? "",
                   health?.Element("Reason")?.Value ?? "",
                   health?.Element("Description")?.Value ?? ""),
        ];
    }
}
