using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Deployment;

/// <summary>A stack as it runs: CloudFormation's record of it and the template that it was last deployed with.</summary>
/// <param name="Stack">Its state, outputs and resolved parameters.</param>
/// <param name="Template">The template that was last deployed.</param>
internal sealed record DeployedStack(Stack Stack, JsonObject Template)
{
    /// <summary>The released images that it reads, as they are now, by the parameter's name.</summary>
    public IReadOnlyDictionary<string, string> Released { get; init; } = new Dictionary<string, string>();

    /// <summary>The stack's name.</summary>
    public string Name => Stack.Name;

    /// <summary>
    /// Whether there is anything in it. A stack whose creation failed, or was never executed, has a template and no
    /// resources: CloudFormation deletes it before it is created again.
    /// </summary>
    public bool HasContents => Stack.Status is not ("REVIEW_IN_PROGRESS" or "ROLLBACK_COMPLETE" or "DELETE_COMPLETE");

    /// <summary>
    /// The values that it publishes in Parameter Store, by name. Each is an output too, of the same value: that one
    /// CloudFormation shows.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> Published =>
        from parameter in Template.OfType("AWS::SSM::Parameter")
        let properties = parameter.Entry["Properties"]
        where properties?["Name"] is JsonValue
        from output in Template.Section("Outputs")
        where JsonNode.DeepEquals(output.Entry["Value"], properties["Value"]) && Stack.Outputs.ContainsKey(output.Id)
        select KeyValuePair.Create(properties["Name"]!.ToString(), Stack.Outputs[output.Id]);
}
