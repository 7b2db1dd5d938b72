using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.CloudFormation;

/// <summary>The part of the CloudFormation API that takes resources into a stack that were made without it.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ImportClient(AwsSession session)
{
    private static readonly AwsService Service = new("cloudformation", "cloudformation", "CLOUDFORMATION", "2010-05-15");

    /// <summary>Asks for a change set that imports one resource; returns at once. A stack that is not there is made by it.</summary>
    /// <param name="import">What is imported, and where to.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AwsException">AWS refused.</exception>
    public Task CreateAsync(ResourceToImport import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var request = new Dictionary<string, string>
        {
            ["StackName"] = import.Stack,
            ["ChangeSetName"] = import.ChangeSet,
            ["ChangeSetType"] = "IMPORT",
            ["TemplateBody"] = import.Template,
            ["ResourcesToImport.member.1.ResourceType"] = import.Type,
            ["ResourcesToImport.member.1.LogicalResourceId"] = import.LogicalId,
            ["ResourcesToImport.member.1.ResourceIdentifier.entry.1.key"] = import.IdentifierName,
            ["ResourcesToImport.member.1.ResourceIdentifier.entry.1.value"] = import.Identifier,
        };
        StackRequest.AddCapabilities(request);
        StackRequest.AddParameters(request, import.Parameters, new Dictionary<string, string>());
        StackRequest.AddTags(request, import.Tags);
        return QueryProtocol.CallAsync(session, Service, "CreateChangeSet", request, cancellation);
    }

    /// <summary>Asks how far a change set is.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="changeSet">The change set's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its status, for example <c>CREATE_COMPLETE</c>, and the reason where there is one.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<(string Status, string? Reason)> ReadAsync(string stack, string changeSet, CancellationToken cancellation)
    {
        var answer = await QueryProtocol.CallAsync(session, Service, "DescribeChangeSet", Named(stack, changeSet), cancellation).ConfigureAwait(false);
        var result = answer.Descendants("DescribeChangeSetResult").FirstOrDefault() ?? answer;
        return (result.Element("Status")?.Value ?? "", result.Element("StatusReason")?.Value);
    }

    /// <summary>Asks CloudFormation to do what a change set says; returns at once.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="changeSet">The change set's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AwsException">AWS refused.</exception>
    public Task ExecuteAsync(string stack, string changeSet, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, Service, "ExecuteChangeSet", Named(stack, changeSet), cancellation);

    /// <summary>Deletes a change set that was not executed.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="changeSet">The change set's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AwsException">AWS refused.</exception>
    public Task DeleteAsync(string stack, string changeSet, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, Service, "DeleteChangeSet", Named(stack, changeSet), cancellation);

    /// <summary>Finds the stack that a resource belongs to.</summary>
    /// <param name="physicalId">The resource's id in AWS.</param>
    /// <param name="type">Its CloudFormation type.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stack's name; null where it belongs to none of the account's in this region.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<string?> FindOwnerAsync(string physicalId, string type, CancellationToken cancellation)
    {
        try
        {
            // "PhysicalResourceId … corresponds to a resource that is part of a stack": of all of that stack (DescribeStackResources).
            var answer = await QueryProtocol.CallAsync(
                session, Service, "DescribeStackResources", new Dictionary<string, string> { ["PhysicalResourceId"] = physicalId }, cancellation).ConfigureAwait(false);
            return answer.Descendants("StackResources").Elements("member")
                .Where(e => e.Element("PhysicalResourceId")?.Value == physicalId && e.Element("ResourceType")?.Value == type)
                .Select(e => e.Element("StackName")?.Value).FirstOrDefault();
        }
        catch (AwsException e) when (e.Code == "ValidationError" && e.AwsMessage.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static Dictionary<string, string> Named(string stack, string changeSet) => new() { ["StackName"] = stack, ["ChangeSetName"] = changeSet };
}
