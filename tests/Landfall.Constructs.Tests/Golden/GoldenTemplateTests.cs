using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Golden;

/// <summary>
/// Every template of every sample, pinned: construct ids are a contract, and a change is to be seen in review. Set
/// LANDFALL_UPDATE_GOLDEN=1 to rewrite the files.
/// </summary>
public sealed partial class GoldenTemplateTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string, string> Environments()
    {
        var data = new TheoryData<string, string>();
        foreach (var (sample, environment) in SamplePlan.All)
        {
            data.Add(sample, environment);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Synth_SampleEnvironment_GivesTheGoldenTemplates(string sample, string environment)
    {
        Compare(
            Path.Combine(Repository.Root, "tests/Landfall.Constructs.Tests/Golden", sample, environment),
            Synthesis.Run(SamplePlan.Of(sample, environment), folder: Path.Combine(Repository.Root, "samples", sample)));
    }

    [Theory]
    [InlineData("django")]
    [InlineData("ecs-devops")]
    [InlineData("node-pipeline")]
    [InlineData("shop")]
    public void Synth_PipelineOfASample_GivesTheGoldenTemplate(string sample) => Compare(
        Path.Combine(Repository.Root, "tests/Landfall.Constructs.Tests/Golden", sample, "pipeline"), Synthesis.Run(SamplePlan.OfPipeline(sample)));

    private static void Compare(string folder, SortedDictionary<string, JsonNode> templates)
    {
        if (Environment.GetEnvironmentVariable("LANDFALL_UPDATE_GOLDEN") == "1")
        {
            Rewrite(folder, templates);
        }

        Assert.Equal(
            Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
            templates.Keys);
        foreach (var (stack, template) in templates)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, $"{stack}.json")), Text(template));
        }
    }

    private static void Rewrite(string folder, SortedDictionary<string, JsonNode> templates)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(folder, "*.json"))
        {
            File.Delete(file);
        }

        foreach (var (stack, template) in templates)
        {
            File.WriteAllText(Path.Combine(folder, $"{stack}.json"), Text(template));
        }
    }

    /// <summary>The template with the names of assets, which are hashes of files, made equal.</summary>
    private static string Text(JsonNode template) =>
        AssetHash().Replace(template.ToJsonString(Indented), "ASSET") + "\n";

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex AssetHash();
}
