using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Schema;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Schema;

public class ConfigSchemaTests
{
    private static readonly SchemaEvaluator Evaluator = new(JsonNode.Parse(ConfigSchema.Write())!.AsObject());

    private static readonly string[] Structural =
    [
        ErrorCodes.UnknownKey, ErrorCodes.WrongType, ErrorCodes.MissingKey, ErrorCodes.KeyOfOtherType,
        ErrorCodes.NotAllowed, ErrorCodes.Malformed, ErrorCodes.ItemCount,
    ];

    [Fact]
    public void Write_ModelUnchanged_IsTheCommittedSchema() =>
        GoldenFile.Verify(Path.Combine(GoldenFile.Repository, "landfall.schema.json"), ConfigSchema.Write());

    [Fact]
    public void Write_Defaults_AreInTheFilesSpelling() => Assert.Empty(Evaluator.UnfitDefaults());

    [Theory]
    [InlineData("health", "interval", "15s")]
    [InlineData("deploy", "strategy", "rolling")]
    [InlineData("queue", "retention", "4d")]
    [InlineData("database", "storage", 20)]
    [InlineData("deploy", "step", 10)]
    public void Write_Default_IsTheModelsAndAbsentWhereTheSectionOnlyOverrides(string section, string key, object value)
    {
        var definitions = JsonNode.Parse(ConfigSchema.Write())!["$defs"]!;
        JsonNode Keys(string name) => (definitions[name]!["anyOf"]?[1] ?? definitions[name])!["properties"]!;

        Assert.Equal(value.ToString(), Keys(section)[key]!["default"]!.ToString());
        Assert.Null(Keys(section + "Override")[key]!["default"]);
    }

    [Fact]
    public void Keys_All_HaveTheirDefaultInOnePlace() => Assert.DoesNotContain(
        Sections(SectionShape.Of(typeof(DocumentModel)), []).SelectMany(section => section.Keys.Select(key => (section, key))),
        pair => pair.key.Rules.Default is not null && KeyDefault.Json(pair.section, pair.key) is not null);

    [Fact]
    public void Write_FullFile_IsAcceptedByBoth()
    {
        Assert.True(Evaluator.Accepts(JsonNode.Parse(FullFile.Json)));
        Assert.DoesNotContain(TestLoad.Text(FullFile.Json, "landfall.json").Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("[]", true)]
    [InlineData("\"ops@example.com\"", true)]
    [InlineData("{\"slack\":\"hook\"}", true)]
    public void Write_OnlyItemInPlaceOfAList_IsTakenByBothOrByNeither(string notify, bool taken)
    {
        var file = $$$"""{"app":"a","region":"eu-west-1","environments":{"dev":{}},"secrets":{"hook":{}},"services":{"w":{"type":"web","image":"x"}},"notify":{{{notify}}}}""";

        Assert.Equal(taken, Evaluator.Accepts(JsonNode.Parse(file)));
        Assert.Equal(taken, !TestLoad.Text(file, "landfall.json").Problems.Any(problem => problem.Severity == ProblemSeverity.Error));
    }

    [Fact]
    public void FullFile_Always_HasEveryKeyOfTheModel()
    {
        var missing = new List<string>();
        Collect(Keys(JsonNode.Parse(FullFile.Json)!), missing);

        Assert.Empty(missing);
    }

    /// <summary>
    /// A random change of a valid file is rejected by the schema exactly when the loader finds the document's structure
    /// wrong. What only shows once an environment is laid over the defaults is beyond a schema.
    /// </summary>
    [Fact]
    public void Write_FileChangedAtRandom_AgreesWithTheLoader()
    {
        var values = new[]
        {
            "null", "true", "0", "1", "-1", "1.5", "70000", "\"\"", "\"text\"", "\"10m\"", "\"60%\"", "\"512MiB\"", "\"22:00\"", "\"web\"",
            "\"worker\"", "\"/x\"", "\"Not Valid\"", "[]", "[1]", "[\"a\"]", "[null]", "{}", "{\"a\":null}", "{\"type\":\"job\"}", "{\"name\":\"x\"}",
        };
        var change = Gen.Choose(0, int.MaxValue - 1).Zip(Gen.Choose(0, 3)).Zip(Gen.Elements(values));
        Prop.ForAll(change.ToArbitrary(), pair =>
        {
            var ((place, kind), value) = pair;
            var document = JsonNode.Parse(FullFile.Json)!;
            Change(document, place, kind, value);
            var text = document.ToJsonString();
            var problems = StructureOf(text);
            var structural = problems.Where(problem => Structural.Contains(problem.Code)).ToArray();
            var outOfRange = problems.Any(problem => problem.Code == ErrorCodes.OutOfRange);
            var accepted = Evaluator.Accepts(document);

            // The schema has no ranges for durations and sizes in text, so there only one direction holds.
            return (accepted ? structural.Length == 0 : structural.Length > 0 || outOfRange)
                .Label($"schema accepts: {accepted}; loader: {string.Join("\n", problems)}\n{text}");
        }).Check(PropertyRuns.Of(1000));
    }

    [Fact]
    public void Write_NumberBeyondItsRange_AgreesWithTheLoader()
    {
        foreach (var (json, value) in new[] { ("\"port\": 9000", "65536"), ("\"zones\": 3", "4"), ("\"spot\": 50", "101"), ("\"length\": 8", "5"), ("\"retries\": 3", "0") })
        {
            var text = FullFile.Json.Replace(json, json[..(json.IndexOf(' ') + 1)] + value, StringComparison.Ordinal);
            Assert.NotEqual(FullFile.Json, text);
            Assert.False(Evaluator.Accepts(JsonNode.Parse(text)));
            Assert.Contains(TestLoad.Text(text, "landfall.json").Problems, problem => problem.Code == ErrorCodes.OutOfRange);
        }
    }

    [Fact]
    public void Write_VariableInPlaceOfANumber_IsAcceptedByBoth()
    {
        var text = FullFile.Json.Replace("\"port\": 9000", "\"port\": \"${env:PORT:-9000}\"", StringComparison.Ordinal);

        Assert.True(Evaluator.Accepts(JsonNode.Parse(text)));
        Assert.DoesNotContain(TestLoad.Text(text, "landfall.json").Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    private static IReadOnlyList<Problem> StructureOf(string text)
    {
        var problems = new ProblemList("landfall.json");
        var tree = DocumentReader.Read("landfall.json", Encoding.UTF8.GetBytes(text), _ => null, problems);
        new Binder(problems).Bind<DocumentModel>(tree);
        return problems.Sorted();
    }

    private static void Change(JsonNode document, int place, int kind, string value)
    {
        var nodes = Nodes(document).Where(node => node.Parent is not null).ToArray();
        var node = nodes[place % nodes.Length];
        if (node.Parent is JsonObject map)
        {
            var name = node.GetPropertyName();
            switch (kind)
            {
                case 0:
                    map.Remove(name);
                    break;
                case 1:
                    map.Remove(name);
                    map[name + "x"] = JsonNode.Parse(value);
                    break;
                default:
                    map[name] = JsonNode.Parse(value);
                    break;
            }
        }
        else
        {
            node.Parent!.AsArray()[node.GetElementIndex()] = JsonNode.Parse(value);
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject map => map.Where(pair => pair.Value is not null).SelectMany(pair => Nodes(pair.Value!)).Prepend(node),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => Nodes(item!)).Prepend(node),
        _ => [node],
    };

    private static HashSet<string> Keys(JsonNode node) =>
        [.. Nodes(node).OfType<JsonObject>().SelectMany(map => map.Select(pair => pair.Key))];

    private static IEnumerable<SectionShape> Sections(ValueShape shape, HashSet<Type> seen) => shape switch
    {
        SectionShape section => seen.Add(section.Type) ? section.Keys.SelectMany(key => Sections(key.Value, seen)).Prepend(section) : [],
        ListShape list => Sections(list.Item, seen),
        MapShape map => Sections(map.Item, seen),
        UsesShape uses => Sections(uses.Options, seen),
        _ => [],
    };

    private static void Collect(HashSet<string> present, List<string> missing)
    {
        foreach (var section in Sections(SectionShape.Of(typeof(DocumentModel)), []))
        {
            missing.AddRange(section.Keys.Where(key => !present.Contains(key.Name)).Select(key => $"{section.Type.Name}.{key.Name}"));
        }
    }
}
