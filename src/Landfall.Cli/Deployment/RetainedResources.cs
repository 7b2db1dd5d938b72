using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;

namespace Landfall.Cli.Deployment;

/// <summary>Finds what outlives deployed stacks, from the templates that they were deployed with.</summary>
internal static class RetainedResources
{
    /// <summary>Lists resources that CloudFormation keeps, or keeps a snapshot of.</summary>
    /// <param name="client">CloudFormation.</param>
    /// <param name="stacks">The stacks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The resources, in order of stack.</returns>
    public static async Task<IReadOnlyList<RetainedResource>> ListAsync(
        CloudFormationClient client, IReadOnlyList<Stack> stacks, CancellationToken cancellation)
    {
        var retained = new List<RetainedResource>();
        foreach (var stack in stacks)
        {
            var kept = Kept(await client.GetTemplateAsync(stack.Name, cancellation).ConfigureAwait(false));
            if (kept.Count == 0)
                continue;
            foreach (var resource in await client.ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false))
            {
                if (kept.Contains(resource.LogicalId))
                    retained.Add(new RetainedResource(stack.Name, resource.Type, resource.PhysicalId));
            }
        }

        return retained;
    }

    private static HashSet<string> Kept(string template)
    {
        var resources = Parse(template)?["Resources"] as JsonObject ?? [];
        return [.. resources
            .Where(r => (string?)r.Value!["DeletionPolicy"] is "Retain" or "RetainExceptOnCreate" or "Snapshot")
            .Select(r => r.Key)];
    }

    /// <summary>Stacks of a user's own may have YAML templates; those say nothing here.</summary>
    private static JsonNode? Parse(string template)
    {
        try
        {
            return JsonNode.Parse(template);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
