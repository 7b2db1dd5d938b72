using System.Text.Json.Nodes;
using Landfall.Config.Binding;
using Landfall.Config.Model;

namespace Landfall.Transitions.Tests.Keys;

/// <summary>
/// What the change says when a key of a running environment changes. <c>KeyChanges.txt</c> has an edit of
/// <see cref="BaseFile"/> on each line that is not indented, after <c>::</c> what the file was given before, and indented
/// what is said; LANDFALL_UPDATE_GOLDEN=1 writes that again. LANDFALL_KEY_CHANGES=all tries every edit, otherwise some are.
/// </summary>
public sealed class KeyChangesTests
{
    private const string Golden = "tests/Landfall.Transitions.Tests/Keys/KeyChanges.txt";
    private const int Some = 16;

    /// <summary>Keys of which no change is made of a running environment, or none that templates show.</summary>
    private static readonly string[] Exceptions =
    [
        // Another place: everything is new there.
        "Document.app", "Settings.account", "Settings.region", "Document.environments", "Document.extend", "Service.environments",
        // They need facts that are looked up, or files: a check, the program of its function.
        "Deploy.checks", "Check.at", "Check.command", "Check.file", "Check.image", "Check.secrets", "Check.timeout",
        "Network.import", "Network.subnets", "Import.emrCluster", "Import.vpc", "Subnets.cidr", "Subnets.private", "Subnets.public", "Subnets.size",
        "Service.build", "Image.build", "ImageBuild.args", "ImageBuild.context", "ImageBuild.dockerfile", "ImageBuild.target", "SiteBuild.command", "SiteBuild.output",
        // A pipeline is a stack of its own, and no environment's.
        "Document.pipeline", "Document.pipelines", "Pipeline.mode", "Pipeline.review", "PipelineReview.failOn", "PipelineReview.maxTokens", "PipelineReview.model", "Pipeline.source", "Pipeline.stages", "PipelineStage.approval", "PipelineStage.environment",
        "PipelineSource.branch", "PipelineSource.codecommit", "PipelineSource.connection", "PipelineSource.folder", "PipelineSource.github", "PipelineSource.gitlab",
        "PipelineSource.paths", "PipelineSource.pullRequest", "PipelineSource.repository", "PipelineSource.tags", "PipelineSource.token", "Github.ownerId", "Github.repositoryId",
        "Approval.notify", "Approval.required", "Approval.timeout", "Pipeline.preview", "Preview.enabled", "Preview.limit", "Preview.of", "Preview.schedule",
        // Whoever deploys reads it: no template has it.
        "Deploy.judge",
        // The operator reads it, and no template has it: OperatorKeysTests.
        "Settings.operate", "Operate.allow", "Operate.freeze", "Operate.hours", "Operate.maxBlast", "Operate.maxPerHour", "Operate.maxPerService", "Operate.mode",
        "RepairHours.days", "RepairHours.holidays", "RepairHours.start", "RepairHours.stop", "RepairHours.timezone",
        // Whose credentials are used.
        "Settings.profile",
        // Whatever somebody wants.
        "Settings.overrides",
    ];

    [Fact]
    public void Find_KeysOfARunningEnvironmentChange_SaysWhatItMeans()
    {
        var updates = Environment.GetEnvironmentVariable("LANDFALL_UPDATE_GOLDEN") == "1";
        var all = updates || Environment.GetEnvironmentVariable("LANDFALL_KEY_CHANGES") == "all";
        var expected = Read();
        using var environment = new RunningEnvironment();
        var actual = expected.Select((entry, i) => all || i % Some == 0 ? entry with { Said = environment.Change(entry.Given, entry.Edit) } : entry).ToList();
        if (updates)
            GoldenFile.Verify(Golden, string.Concat(actual));
        else
            Assert.Equal(string.Concat(expected), string.Concat(actual));
    }

    [Fact]
    public void Golden_KeysOfTheModel_AreAllChanged()
    {
        var model = SectionShape.Of(typeof(DocumentModel));
        var changed = Read().SelectMany(e => FileEdit.Read(e.Edit)).SelectMany(e => Named(model, e.Path, e.Value)).ToHashSet(StringComparer.Ordinal);
        var unchanged = Keys(model, []).Distinct().Except(changed).ToList();

        Assert.True(!unchanged.Except(Exceptions).Any(), $"No edit changes {string.Join(' ', unchanged.Except(Exceptions))}.");
        Assert.True(!Exceptions.Except(unchanged).Any(), $"Some edit does change {string.Join(' ', Exceptions.Except(unchanged))}.");
    }

    private static List<KeyChange> Read()
    {
        var entries = new List<KeyChange>();
        foreach (var line in File.ReadAllLines(Path.Combine(GoldenFile.Repository, Golden)).Where(l => l.Length > 0))
        {
            if (line.StartsWith(' '))
                entries[^1] = entries[^1] with { Said = [.. entries[^1].Said, line.Trim()] };
            else
                entries.Add(KeyChange.Parse(line));
        }

        return entries;
    }

    /// <summary>The keys that an edit gives another value.</summary>
    private static IEnumerable<string> Named(ValueShape shape, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (path.IsEmpty)
            return Inside(shape, value);
        return shape switch
        {
            SectionShape section when section.Find(path[0]) is { } key => Named(key.Value, path[1..], value).Append(Name(section, key)),
            MapShape map => Named(map.Item, path[1..], value),
            _ => throw new InvalidOperationException($"There is no key '{path[0]}'."),
        };
    }

    private static IEnumerable<string> Inside(ValueShape shape, JsonNode? value) => (shape, value) switch
    {
        (SectionShape section, JsonObject map) => map.SelectMany(e => section.Find(e.Key) is { } key ? Inside(key.Value, e.Value).Append(Name(section, key)) : []),
        (SectionShape { ShorthandKey: { } key } section, JsonValue) => [Name(section, key)],
        (MapShape map, JsonObject entries) => entries.SelectMany(e => Inside(map.Item, e.Value)),
        (ListShape list, JsonArray items) => items.SelectMany(i => Inside(list.Item, i)),
        (UsesShape uses, JsonObject use) => use.SelectMany(e => Inside(uses.Options, e.Value)),
        _ => [],
    };

    private static IEnumerable<string> Keys(ValueShape shape, HashSet<Type> seen) => shape switch
    {
        SectionShape section when seen.Add(section.Type) => section.Keys.SelectMany(k => Keys(k.Value, seen).Append(Name(section, k))),
        MapShape map => Keys(map.Item, seen),
        ListShape list => Keys(list.Item, seen),
        UsesShape uses => Keys(uses.Options, seen),
        _ => [],
    };

    private static string Name(SectionShape section, KeyShape key) =>
        $"{key.Property.DeclaringType!.Name.Replace("Model", "", StringComparison.Ordinal)}.{key.Name}";
}
