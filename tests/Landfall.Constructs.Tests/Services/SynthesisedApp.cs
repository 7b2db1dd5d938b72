using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

namespace Landfall.Constructs.Tests.Services;

/// <summary>Runs the constructs for a plan and reads the _templates back.</summary>
internal sealed class SynthesisedApp
{
    private readonly Dictionary<string, JsonObject> _templates = new(StringComparer.Ordinal);

    public SynthesisedApp(AppPlan plan, string? project = null)
    {
        var output = Directory.CreateTempSubdirectory("landfall-synth-").FullName;
        try
        {
            var app = new LandfallApp(plan, new SynthOptions(output, project));
            app.Build();
            app.Synth();
            foreach (var file in Directory.GetFiles(output, "*.template.json"))
            {
                _templates[Path.GetFileName(file).Split('.')[0]] = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            }
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    /// <summary>The properties of a resource.</summary>
    public JsonObject Properties(string stack, string id) => Resource(stack, id)["Properties"]!.AsObject();

    public JsonObject Resource(string stack, string id) => Resources(stack)[id]?.AsObject()
        ?? throw new Xunit.Sdk.XunitException($"{stack} has no {id}, only {string.Join(", ", Resources(stack).Select(pair => pair.Key))}");

    public JsonObject Resources(string stack) => _templates[stack]["Resources"]!.AsObject();

    /// <summary>The outputs of a stack.</summary>
    public JsonObject Outputs(string stack) => _templates[stack]["Outputs"]!.AsObject();

    public IEnumerable<JsonObject> OfType(string stack, string type) =>
        Resources(stack).Select(pair => pair.Value!.AsObject()).Where(resource => (string?)resource["Type"] == type);
}
