using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Binding;
using Landfall.Config.Imports;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Resolution;

/// <summary>A key that is read and changes nothing would be a promise that nobody keeps.</summary>
public class KeysTests
{
    private static readonly KnownFacts Facts = new()
    {
        Environments = new Dictionary<string, EnvironmentFacts>
        {
            ["prod"] = new() { Network = new ImportedNetworkPlan { VpcId = "vpc-0abc", VpcCidr = "10.0.0.0/16", Subnets = [] } },
            ["emr"] = new() { Network = new ImportedNetworkPlan { VpcId = "vpc-0def", VpcCidr = "10.0.0.0/16", EmrCluster = "j-2AXXXX", Subnets = [] } },
        },
    };

    /// <summary>Texts of which at least one is another valid value of any key that takes text.</summary>
    private static readonly string[] Others =
    [
        "other", "x/y", "/other", "/other/*", "/api/other/*", "elsewhere", "www.example.com", "mon-sat", "Asia/Tokyo", "16.6",
        "t4g.large", "userName", "OTHER", "0 4 * * *", "rate(2 hours)", "201",
        "full.example.com", "Z9", "arn:aws:acm:us-east-1:333333333333:certificate/c", "eu-west-2", "555555555555", "https://x.example.com", "10.9.0.0/16", "vpc-0def",
        "j-3AXXXX", "inner", "plainq", "emails", "arn:aws:codeconnections:eu-west-1:333333333333:connection/11234567-89ab-cdef-0123-456789abcdef", "gitlab.com", "4711", "emr", "dev", "checks/other.http",
    ];

    /// <summary>
    /// 'auto' is the only word that it takes, and what holds without it; of 'codecommit' and its three siblings a source has
    /// exactly one; the secrets of a browser file are those that it types.
    /// </summary>
    private static readonly string[] Exceptions = ["Image.released", "Subnets.cidr", "PipelineSource.codecommit", "Check.secrets"];

    [Fact]
    public void Load_AnyKeyChanged_ChangesWhatIsMadeOfTheFile()
    {
        var before = Made(JsonNode.Parse(FullFile.Json)!)!;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var silent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, shape, path) in Keys(SectionShape.Of(typeof(DocumentModel)), JsonNode.Parse(FullFile.Json)!, []))
        {
            if (!changed.Contains(key) && Candidates(shape, path).Any(file => Made(file) is { } after && after != before))
                changed.Add(key);
            else
                silent.Add(key);
        }

        Assert.Equal(string.Join(", ", Exceptions), string.Join(", ", silent.Except(changed)));
        Assert.True(changed.Count > 120, $"Only {changed.Count} keys were tried.");
    }

    /// <summary>What is made of a file: its plans, and what is looked up in AWS for them. Null when it is not valid.</summary>
    private static string? Made(JsonNode file)
    {
        var loaded = TestLoad.Text(file.ToJsonString(), "landfall.json");
        if (loaded.Config is not { } config)
            return null;
        return string.Concat(config.PipelineNames.Select(pipeline => JsonSerializer.Serialize(PlanResolver.ResolvePipeline(config, pipeline)))) + string.Concat(config.EnvironmentNames.Concat(config.Previews is null ? [] : ["pr-7"]).Select(environment =>
        {
            var facts = NeededFacts.Of(config, environment);
            try
            {
                return PlanFile.Write(PlanResolver.Resolve(config, environment, Facts)) + facts + string.Join(',', facts.GivenBlocks);
            }
            catch (LandfallException e)
            {
                return e.Message;
            }
        }));
    }

    /// <summary>The file with others in the value's place, and without it.</summary>
    private static IEnumerable<JsonNode> Candidates(ValueShape shape, object[] path)
    {
        JsonNode With(JsonNode? value)
        {
            var file = JsonNode.Parse(FullFile.Json)!;
            var parent = path[..^1].Aggregate(file, (node, step) => step is int index ? node[index]! : node[(string)step]!);
            if (value is null)
                parent.AsObject().Remove((string)path[^1]);
            else
                parent[(string)path[^1]] = value;
            return file;
        }

        IEnumerable<JsonNode> others = shape switch
        {
            ScalarShape { Kind: ScalarKind.Boolean } => [true, false],
            ScalarShape { Rules.OneOf.Length: > 0 } or ScalarShape { Kind: ScalarKind.Integer or ScalarKind.Number or ScalarKind.Size or ScalarKind.Percent } => [3, 30, 1024, 2048, 2, 1],
            ScalarShape { Kind: ScalarKind.Duration } => ["20s", "3m", "2h", "3d", "14d"],
            ScalarShape { Kind: ScalarKind.Time } => ["23:00"],
            ScalarShape { Kind: ScalarKind.Word } words => words.Words.Select(word => (JsonNode)word.Key),
            ScalarShape => Others.Select(other => (JsonNode)other),
            ListShape => [new JsonArray("10.0.5.0/24", "10.0.6.0/24")],
            _ => [],
        };
        return others.Select(With).Prepend(With(null));
    }

    /// <summary>The keys with a value of their own that a file gives, each with what it looks like and where it is.</summary>
    private static IEnumerable<(string Key, ValueShape Shape, object[] Path)> Keys(ValueShape shape, JsonNode? node, object[] path) => (shape, node) switch
    {
        (SectionShape section, JsonObject map) => section.Keys.Where(key => map[key.Name] is not null).SelectMany(key =>
            key.Value is ScalarShape or ListShape { Item: ScalarShape } or MapShape { Item: ScalarShape or MapShape }
                ? [($"{section.Type.Name.Replace("Model", "", StringComparison.Ordinal)}.{key.Name}", key.Value, [.. path, key.Name])]
                : Keys(key.Value, map[key.Name], [.. path, key.Name])),
        (MapShape map, JsonObject entries) => entries.SelectMany(entry => Keys(map.Item, entry.Value, [.. path, entry.Key])),
        (ListShape list, JsonArray items) => items.SelectMany((item, i) => Keys(list.Item, item, [.. path, i])),
        (UsesShape uses, JsonObject use) => use.SelectMany(entry => Keys(uses.Options, entry.Value, [.. path, entry.Key])),
        _ => [],
    };
}
