using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>Synthesises plans in this process, all in one jsii kernel, which serves one caller at a time.</summary>
internal static class Synthesis
{
    private static readonly Lock Kernel = new();

    /// <summary>Synthesises a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="nag">True to run cdk-nag.</param>
    /// <param name="folder">The project's folder, or null when no file of it is read.</param>
    /// <returns>The templates by stack name.</returns>
    public static SortedDictionary<string, JsonNode> Run(AppPlan plan, bool nag = false, string? folder = null)
    {
        var output = Directory.CreateTempSubdirectory("landfall-synth-");
        try
        {
            lock (Kernel)
            {
                var app = new LandfallApp(plan, new SynthOptions(output.FullName, folder, nag));
                app.Build();
                app.Synth();
            }

            return new SortedDictionary<string, JsonNode>(
                output.GetFiles("*.template.json").ToDictionary(
                    file => file.Name[..^".template.json".Length],
                    file => JsonNode.Parse(File.ReadAllText(file.FullName))!),
                StringComparer.Ordinal);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
