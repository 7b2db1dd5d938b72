using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>What stacks publish to one another: parameters in the Parameter Store, and exports.</summary>
internal sealed class Publications
{
    private readonly Dictionary<string, (string Stack, JsonNode? Value)> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Stack, JsonNode? Value)> _exports = new(StringComparer.Ordinal);
    private readonly Func<string, TemplateEvaluator> _evaluators;

    private Publications(Func<string, TemplateEvaluator> evaluators) => _evaluators = evaluators;

    /// <summary>Finds what templates publish.</summary>
    /// <param name="templates">The templates with their stacks' names.</param>
    /// <param name="evaluators">Gives a stack's evaluator.</param>
    /// <returns>The publications.</returns>
    public static Publications Of(IEnumerable<(string Stack, JsonObject Template)> templates, Func<string, TemplateEvaluator> evaluators)
    {
        var found = new Publications(evaluators);
        foreach (var (stack, template) in templates)
        {
            foreach (var resource in (template["Resources"] as JsonObject ?? []).Select(r => r.Value))
            {
                if ((string?)resource?["Type"] == "AWS::SSM::Parameter" && evaluators(stack).Evaluate(resource["Properties"]?["Name"]) is JsonValue name)
                    found._parameters[name.GetValue<string>()] = (stack, resource["Properties"]?["Value"]);
            }

            foreach (var output in (template["Outputs"] as JsonObject ?? []).Select(o => o.Value))
            {
                if (output?["Export"]?["Name"] is { } export && evaluators(stack).Evaluate(export) is JsonValue name)
                    found._exports[name.GetValue<string>()] = (stack, output["Value"]);
            }
        }

        return found;
    }

    /// <summary>Whether CloudFormation takes a template's parameter from the Parameter Store.</summary>
    /// <param name="parameter">The parameter's declaration.</param>
    /// <returns>True for the types <c>AWS::SSM::Parameter::Value&lt;…&gt;</c>, whose default is the name there.</returns>
    public static bool IsParameterStore(JsonNode? parameter) =>
        ((string?)parameter?["Type"])?.StartsWith("AWS::SSM::Parameter::Value", StringComparison.Ordinal) == true;

    /// <summary>Finds a published parameter.</summary>
    /// <param name="path">Its name in the Parameter Store.</param>
    /// <returns>The publication, or null.</returns>
    public Publication? Parameter(string path) =>
        _parameters.TryGetValue(path, out var found) ? new Publication(found.Stack, _evaluators(found.Stack).Evaluate(found.Value)) : null;

    /// <summary>Finds an export.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The evaluated value, or null.</returns>
    public JsonNode? Export(string name) =>
        _exports.TryGetValue(name, out var found) ? _evaluators(found.Stack).Evaluate(found.Value) : null;
}
