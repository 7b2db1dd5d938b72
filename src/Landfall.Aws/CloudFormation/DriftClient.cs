using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.CloudFormation;

/// <summary>The part of the CloudFormation API that compares stacks with what is in the account.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class DriftClient(AwsSession session)
{
    private static readonly AwsService Service = new("cloudformation", "cloudformation", "CLOUDFORMATION", "2010-05-15");

    /// <summary>Asks CloudFormation to look for drift in a stack; returns at once.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The detection's id.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<string> StartAsync(string stack, CancellationToken cancellation)
    {
        var answer = await CallAsync("DetectStackDrift", new() { ["StackName"] = stack }, cancellation).ConfigureAwait(false);
        return answer.Descendants("StackDriftDetectionId").First().Value;
    }

    /// <summary>Asks how far a detection has got.</summary>
    /// <param name="detection">Its id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How far.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<DriftDetection> ReadAsync(string detection, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeStackDriftDetectionStatus", new() { ["StackDriftDetectionId"] = detection }, cancellation).ConfigureAwait(false);
        return new DriftDetection(answer.Descendants("DetectionStatus").First().Value, answer.Descendants("DetectionStatusReason").FirstOrDefault()?.Value);
    }

    /// <summary>Lists the resources of a stack that the last detection has checked.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The resources, in AWS's order.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<IReadOnlyList<ResourceDrift>> ListAsync(string stack, CancellationToken cancellation)
    {
        var drifts = new List<ResourceDrift>();
        var parameters = new Dictionary<string, string> { ["StackName"] = stack, ["MaxResults"] = "100" };
        string? token;
        do
        {
            var page = await CallAsync("DescribeStackResourceDrifts", parameters, cancellation).ConfigureAwait(false);
            drifts.AddRange(page.Descendants("StackResourceDrifts").Elements("member").Select(Read));
            token = page.Descendants("NextToken").FirstOrDefault()?.Value;
            parameters["NextToken"] = token ?? "";
        }
        while (!string.IsNullOrEmpty(token));
        return drifts;
    }

    private static ResourceDrift Read(XElement e) => new(
        Text(e, "LogicalResourceId"),
        Text(e, "PhysicalResourceId"),
        Text(e, "ResourceType"),
        Text(e, "StackResourceDriftStatus"),
        e.Element("ExpectedProperties")?.Value,
        [.. e.Elements("PropertyDifferences").Elements("member").Select(d => new PropertyDrift(
            Text(d, "PropertyPath"), Text(d, "DifferenceType"), Text(d, "ExpectedValue"), Text(d, "ActualValue")))]);

    private static string Text(XElement e, string name) => e.Element(name)?.Value ?? "";

    private Task<XElement> CallAsync(string operation, Dictionary<string, string> parameters, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, Service, operation, parameters, cancellation);
}
