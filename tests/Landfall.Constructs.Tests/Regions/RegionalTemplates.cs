using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Regions;

/// <summary>The templates of every file in regions of every kind, made once for all tests that only look.</summary>
public sealed class RegionalTemplates : IDisposable
{
    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "ap-northeast-1", "cn-north-1", "cn-northwest-1", "us-gov-west-1"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<RegionalRefusal> _refused = [];
    private readonly List<RegionalResource> _resources = [];
    private readonly List<RegionalText> _texts = [];

    public RegionalTemplates()
    {
        foreach (var region in Regions)
        {
            foreach (var file in RegionalFile.Names)
            {
                Add(file, region);
            }
        }
    }

    /// <summary>What validation said of each file as it stands.</summary>
    internal IReadOnlyList<RegionalRefusal> Refused => _refused;

    /// <summary>Every resource that was written.</summary>
    internal IReadOnlyList<RegionalResource> Resources => _resources;

    /// <summary>Every template.</summary>
    internal IReadOnlyList<RegionalText> Texts => _texts;

    /// <summary>Where the templates are, in a folder for each region.</summary>
    internal string Folder => Path.Combine(_folder.Path, "templates");

    public void Dispose() => _folder.Dispose();

    private void Add(string name, string region)
    {
        var file = RegionalFile.Read(name, region);
        var codes = Load(name, file).Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code).ToList();
        var before = file.ToJsonString();
        var loaded = Load(name, RegionalFile.Fitted(file));
        _refused.Add(new RegionalRefusal(name, region, codes, file.ToJsonString() != before));
        Assert.DoesNotContain(loaded.Problems, problem => problem.Severity == ProblemSeverity.Error);
        foreach (var environment in loaded.EnvironmentNames)
        {
            var plan = TestPlan.Built(PlanResolver.Resolve(loaded.Config!, environment, Facts(name, region)));
            foreach (var (stack, template) in Synthesis.Run(plan, folder: Sources(name)))
            {
                Write(StackList.Of(plan).Single(one => one.Name == stack).Region, stack, template);
            }
        }
    }

    private void Write(string region, string stack, JsonNode template)
    {
        var text = template.ToJsonString();
        _folder.Write(Path.Combine("templates", region, $"{stack}.json"), text);
        _texts.Add(new RegionalText(region, stack, text));
        foreach (var (_, resource) in template["Resources"]!.AsObject())
        {
            _resources.Add(new RegionalResource(region, (string)resource!["Type"]!, [.. Paths(resource["Properties"], "")]));
        }
    }

    // The paths of a resource's properties as the table writes them, with * for the items of a list.
    private static IEnumerable<string> Paths(JsonNode? value, string path) => value switch
    {
        JsonObject map => map.SelectMany(pair => Paths(pair.Value, $"{path}/{pair.Key}").Prepend($"{path}/{pair.Key}".TrimStart('/'))),
        JsonArray list => list.SelectMany(item => Paths(item, $"{path}/*")),
        _ => [],
    };

    private LoadedConfig Load(string name, JsonObject file)
    {
        // The file refers to its checks, which are read when it is validated.
        var checks = Path.Combine(Repository.Root, "samples", name, "checks");
        foreach (var check in Directory.Exists(checks) ? Directory.GetFiles(checks) : [])
        {
            _folder.Write(Path.Combine("files", name, "checks", Path.GetFileName(check)), File.ReadAllText(check));
        }

        return ConfigLoader.Load(_folder.Write(Path.Combine("files", name, "landfall.json"), file.ToJsonString()), _ => null);
    }

    /// <summary>The sample's facts as they would be in the region.</summary>
    private KnownFacts? Facts(string name, string region)
    {
        var facts = Path.Combine(Repository.Root, "samples", name, KnownFacts.FileName);
        if (!File.Exists(facts))
        {
            return null;
        }

        var moved = File.ReadAllText(facts).Replace("us-east-1", region, StringComparison.Ordinal);
        return KnownFacts.Read(Path.GetDirectoryName(_folder.Write(Path.Combine("facts", region, KnownFacts.FileName), moved))!);
    }

    // Only sites are read when templates are made: a sample's own, or a page that stands for one.
    private string Sources(string name)
    {
        if (name != "everything")
        {
            return Path.Combine(Repository.Root, "samples", name);
        }

        _folder.Write(Path.Combine("sources", "page", "index.html"), "<!doctype html><title>Page</title>");
        return Path.Combine(_folder.Path, "sources");
    }
}
