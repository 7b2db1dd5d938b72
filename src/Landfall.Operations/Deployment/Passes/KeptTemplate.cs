using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>The wanted template with everything that only the deployed one has.</summary>
internal static class KeptTemplate
{
    private static readonly string[] Sections = ["Parameters", "Mappings", "Conditions", "Resources", "Outputs"];

    // CloudFormation User Guide, "Understand CloudFormation quotas".
    private static readonly (string Section, int Most)[] Limits = [("Resources", 500), ("Parameters", 200), ("Outputs", 200)];

    /// <summary>What only the deployed template has.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="wanted">The wanted one.</param>
    /// <returns>A template of these parts alone.</returns>
    public static JsonObject Lost(JsonObject deployed, JsonObject wanted)
    {
        var lost = new JsonObject();
        foreach (var section in Sections)
        {
            var ids = (wanted[section] as JsonObject ?? []).Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
            var parts = (deployed[section] as JsonObject ?? []).Where(e => !ids.Contains(e.Key));
            lost[section] = new JsonObject(parts.Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())));
        }

        return lost;
    }

    /// <summary>Merges.</summary>
    /// <param name="stack">The stack's name, for the message.</param>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="wanted">The wanted one, which is not changed.</param>
    /// <returns>The merged template; <paramref name="wanted"/> itself when no resource is lost.</returns>
    /// <exception cref="LandfallException">CloudFormation would refuse so large a template.</exception>
    public static JsonObject Of(string stack, JsonObject deployed, JsonObject wanted)
    {
        var lost = Lost(deployed, wanted);
        if (!lost.Section("Resources").Any())
            return wanted;

        var merged = wanted.DeepClone().AsObject();
        foreach (var section in Sections)
        {
            foreach (var (id, part) in lost[section]!.AsObject().ToList())
                (merged[section] ??= new JsonObject())[id] = part?.DeepClone();
        }

        foreach (var (section, most) in Limits)
        {
            if (merged[section] is JsonObject { Count: var count } && count > most)
                throw new LandfallException(ErrorCodes.TemplateTooLarge, $"'{stack}' would have {count} {section.ToLowerInvariant()} while old and new ones stand side by side; CloudFormation takes {most}. Deploy twice: first only add what is new, then remove what is old.");
        }

        return merged;
    }
}
