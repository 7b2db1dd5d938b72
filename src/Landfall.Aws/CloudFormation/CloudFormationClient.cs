using System.Globalization;
using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.CloudFormation;

/// <summary>The part of the CloudFormation API that Landfall reads and deletes stacks with.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class CloudFormationClient(AwsSession session)
{
    private static readonly AwsService Service = new("cloudformation", "cloudformation", "CLOUDFORMATION", "2010-05-15");

    /// <summary>Finds a stack.</summary>
    /// <param name="name">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stack, or null when there is none.</returns>
    public async Task<Stack?> FindStackAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await CallAsync("DescribeStacks", new() { ["StackName"] = name }, cancellation).ConfigureAwait(false);
            return answer.Descendants("Stacks").Elements("member").Select(ReadStack).FirstOrDefault();
        }
        catch (AwsException e) when (e.Code == "ValidationError" && e.AwsMessage.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>Lists every stack of the account and region that is not deleted.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in AWS's order.</returns>
    public async Task<IReadOnlyList<Stack>> ListStacksAsync(CancellationToken cancellation)
    {
        var stacks = new List<Stack>();
        await foreach (var page in PagesAsync("DescribeStacks", [], cancellation).ConfigureAwait(false))
            stacks.AddRange(page.Descendants("Stacks").Elements("member").Select(ReadStack));
        return [.. stacks.Where(s => s.Status != "DELETE_COMPLETE")];
    }

    /// <summary>Lists a stack's resources.</summary>
    /// <param name="name">The stack's name or id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The resources, in AWS's order.</returns>
    public async Task<IReadOnlyList<StackResource>> ListResourcesAsync(string name, CancellationToken cancellation)
    {
        var resources = new List<StackResource>();
        await foreach (var page in PagesAsync("ListStackResources", new() { ["StackName"] = name }, cancellation).ConfigureAwait(false))
        {
            resources.AddRange(page.Descendants("StackResourceSummaries").Elements("member").Select(e => new StackResource(
                Text(e, "LogicalResourceId"), Text(e, "PhysicalResourceId"), Text(e, "ResourceType"), Text(e, "ResourceStatus"))));
        }

        return resources;
    }

    /// <summary>Lists what happened to a stack, newest first.</summary>
    /// <param name="name">The stack's name or id.</param>
    /// <param name="since">Events before this time are left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The events.</returns>
    public async Task<IReadOnlyList<StackEvent>> ListEventsAsync(string name, DateTimeOffset since, CancellationToken cancellation)
    {
        var events = new List<StackEvent>();
        await foreach (var page in PagesAsync("DescribeStackEvents", new() { ["StackName"] = name }, cancellation).ConfigureAwait(false))
        {
            var read = page.Descendants("StackEvents").Elements("member").Select(e => new StackEvent(
                Text(e, "EventId"),
                Time(e, "Timestamp"),
                Text(e, "LogicalResourceId"),
                Text(e, "PhysicalResourceId"),
                Text(e, "ResourceType"),
                Text(e, "ResourceStatus"),
                e.Element("ResourceStatusReason")?.Value)).ToList();
            events.AddRange(read.Where(e => e.Time >= since));
            if (read.Count == 0 || read[^1].Time < since)
                break;
        }

        return events;
    }

    /// <summary>Lists what a change set would do.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="changeSet">The change set's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The resources, in AWS's order; none for a change set without changes.</returns>
    public async Task<IReadOnlyList<ChangeSetEntry>> ListChangeSetAsync(string stack, string changeSet, CancellationToken cancellation)
    {
        var entries = new List<ChangeSetEntry>();
        var parameters = new Dictionary<string, string> { ["StackName"] = stack, ["ChangeSetName"] = changeSet };
        await foreach (var page in PagesAsync("DescribeChangeSet", parameters, cancellation).ConfigureAwait(false))
        {
            entries.AddRange(page.Descendants("ResourceChange").Select(e => new ChangeSetEntry(
                Text(e, "LogicalResourceId"),
                Text(e, "ResourceType"),
                Text(e, "Action"),
                e.Element("Replacement")?.Value,
                e.Element("PolicyAction")?.Value)));
        }

        return entries;
    }

    /// <summary>Reads the template that a stack was last deployed with.</summary>
    /// <param name="name">The stack's name or id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The template's text.</returns>
    public async Task<string> GetTemplateAsync(string name, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, string> { ["StackName"] = name, ["TemplateStage"] = "Original" };
        var answer = await CallAsync("GetTemplate", parameters, cancellation).ConfigureAwait(false);
        return answer.Descendants("TemplateBody").First().Value;
    }

    /// <summary>Turns a stack's termination protection on or off.</summary>
    /// <param name="name">The stack's name.</param>
    /// <param name="on">True to protect it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task SetTerminationProtectionAsync(string name, bool on, CancellationToken cancellation) => CallAsync(
        "UpdateTerminationProtection", new() { ["StackName"] = name, ["EnableTerminationProtection"] = on ? "true" : "false" }, cancellation);

    /// <summary>
    /// Asks for an update of a stack that gives some of its parameters other values and changes nothing else of it; returns
    /// at once. Parameters that stand for SSM parameters are read anew.
    /// </summary>
    /// <param name="stack">The stack, with its parameters.</param>
    /// <param name="values">The new values by parameter.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task UpdateParametersAsync(Stack stack, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var request = new Dictionary<string, string> { ["StackName"] = stack.Name, ["UsePreviousTemplate"] = "true" };
        StackRequest.AddCapabilities(request);
        StackRequest.AddParameters(request, stack.Parameters.Keys, values);
        return CallAsync("UpdateStack", request, cancellation);
    }

    /// <summary>Asks CloudFormation to give up an update that it is at, and to roll it back; returns at once.</summary>
    /// <param name="name">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CancelUpdateAsync(string name, CancellationToken cancellation) =>
        CallAsync("CancelUpdateStack", new() { ["StackName"] = name }, cancellation);

    /// <summary>Asks CloudFormation to go on with a rollback that failed (<c>UPDATE_ROLLBACK_FAILED</c>); returns at once.</summary>
    /// <param name="name">The stack's name.</param>
    /// <param name="skipped">Logical ids of resources that are not rolled back, and count as if they were.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task ContinueRollbackAsync(string name, IReadOnlyCollection<string> skipped, CancellationToken cancellation) =>
        CallAsync("ContinueUpdateRollback", List("ResourcesToSkip", name, skipped), cancellation);

    /// <summary>Asks CloudFormation to roll back an update that failed and was left as it was (<c>UPDATE_FAILED</c>); returns at once.</summary>
    /// <param name="name">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task RollBackAsync(string name, CancellationToken cancellation) =>
        CallAsync("RollbackStack", new() { ["StackName"] = name }, cancellation);

    /// <summary>Asks for a stack's deletion and returns at once.</summary>
    /// <param name="name">The stack's name or id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task DeleteStackAsync(string name, CancellationToken cancellation) => DeleteStackAsync(name, [], cancellation);

    /// <summary>Asks for a stack's deletion and returns at once.</summary>
    /// <param name="name">The stack's name or id.</param>
    /// <param name="retained">Logical ids of resources that stay in the account; AWS takes them for a stack in <c>DELETE_FAILED</c> alone.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task DeleteStackAsync(string name, IReadOnlyCollection<string> retained, CancellationToken cancellation) =>
        CallAsync("DeleteStack", List("RetainResources", name, retained), cancellation);

    private static Dictionary<string, string> List(string parameter, string stack, IReadOnlyCollection<string> resources)
    {
        var request = new Dictionary<string, string> { ["StackName"] = stack };
        foreach (var (resource, number) in resources.Select((r, i) => (r, i + 1)))
            request[string.Create(CultureInfo.InvariantCulture, $"{parameter}.member.{number}")] = resource;
        return request;
    }

    private Task<XElement> CallAsync(string operation, Dictionary<string, string> parameters, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, Service, operation, parameters, cancellation);

    private async IAsyncEnumerable<XElement> PagesAsync(
        string operation,
        Dictionary<string, string> parameters,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            if (token is not null)
                parameters["NextToken"] = token;
            var page = await CallAsync(operation, parameters, cancellation).ConfigureAwait(false);
            yield return page;
            token = page.Descendants("NextToken").FirstOrDefault()?.Value;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private static Stack ReadStack(XElement e) => new(
        Text(e, "StackName"),
        Text(e, "StackId"),
        Text(e, "StackStatus"),
        e.Element("StackStatusReason")?.Value,
        e.Element("LastUpdatedTime") is null ? Time(e, "CreationTime") : Time(e, "LastUpdatedTime"),
        e.Element("EnableTerminationProtection")?.Value == "true",
        e.Elements("Outputs").Elements("member").ToDictionary(o => Text(o, "OutputKey"), o => Text(o, "OutputValue"), StringComparer.Ordinal),
        e.Elements("Tags").Elements("member").ToDictionary(t => Text(t, "Key"), t => Text(t, "Value"), StringComparer.Ordinal),
        e.Elements("Parameters").Elements("member").ToDictionary(
            p => Text(p, "ParameterKey"), p => p.Element("ResolvedValue")?.Value ?? Text(p, "ParameterValue"), StringComparer.Ordinal));

    private static string Text(XElement e, string name) => e.Element(name)?.Value ?? "";

    private static DateTimeOffset Time(XElement e, string name) =>
        DateTimeOffset.Parse(Text(e, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
