using System.Text.Json.Nodes;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Binding;

/// <summary>What cannot be read is one problem: the default is not judged in its place.</summary>
public class UnreadableKeyTests
{
    private static readonly string[] OfTheBinder =
        [ErrorCodes.WrongType, ErrorCodes.Malformed, ErrorCodes.NotAllowed, ErrorCodes.OutOfRange];

    [Fact]
    public void Load_AnyValueOfTheFullFileUnreadable_IsOneProblem()
    {
        var paths = Paths(JsonNode.Parse(FullFile.Json)!).ToList();
        Assert.True(paths.Count > 200);

        foreach (var path in paths)
        {
            var document = JsonNode.Parse(FullFile.Json)!;
            var value = At(document, path);
            Replace(value, value is JsonArray ? new JsonObject() : new JsonArray());

            var problems = TestLoad.Text(document.ToJsonString(), "landfall.json").Problems
                .Where(problem => problem.Severity == ProblemSeverity.Error && problem.Code != ErrorCodes.TooManyProblems).ToList();

            // A patch takes any value that CloudFormation takes, and an empty mapping or list is one.
            Assert.All(problems, problem => Assert.True(
                OfTheBinder.Contains(problem.Code) || problem.Code is ErrorCodes.ItemCount or ErrorCodes.OverrideValue, $"{string.Join('.', path)}: {problem}"));
            Assert.True(problems.DistinctBy(problem => (problem.Line, problem.Column)).Count() <= 1, $"{string.Join('.', path)}: {string.Join("\n", problems)}");
        }
    }

    // Each place gets another of them; a number that no type holds is half of all.
    [Fact]
    public void Load_AnyValueOfTheFullFileReplaced_DoesNotThrowAndAnUnknownNameIsOneProblem()
    {
        string[] others = ["99999999999", "\"zz zz\"", "99999999999", "{\"zz\":1}", "\"99999999999.1\"", "\"\"", "99999999999", "\"https://zz\"", "-3", "[\"zz\"]"];
        foreach (var (path, place) in Paths(JsonNode.Parse(FullFile.Json)!).Select((path, place) => (path, place)))
        {
            var document = JsonNode.Parse(FullFile.Json)!;
            Replace(At(document, path), JsonNode.Parse(others[place % others.Length])!);

            var problems = TestLoad.Text(document.ToJsonString(), "landfall.json").Problems;

            Assert.All(
                problems.Where(problem => problem.Code is ErrorCodes.UnknownKey or ErrorCodes.UnknownReference).GroupBy(problem => (problem.Column, problem.Code)),
                told => Assert.True(told.Count() == 1, $"{string.Join('.', path)}: {string.Join("\n", told)}"));
        }
    }

    [Fact]
    public void Load_ShortFormUnreadable_IsToldByTheNameThatIsWritten() =>
        Assert.Equal(
            ["landfall.yaml:4:51 LF1107 'rotation' is 'monthly', but has to be a duration with units, such as 60s, 10m, 1h30m or 7d."],
            TestLoad.Problems("app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\ndatabases: { d: { engine: aurora-mysql, rotation: monthly } }\n"));

    [Theory]
    [InlineData("services: { a: { type: web, image: x, health: { interval: 5s, timeout: [] } } }")]
    [InlineData("services: { a: { type: web, image: x, health: { interval: [], timeout: 20s } } }")]
    [InlineData("services: { a: { type: job, image: x, schedule: rate(1 hour), containerHealth: { command: x, interval: 5s, timeout: [] } } }")]
    [InlineData("services: { a: { type: web, image: x, cpu: [], memory: 8GB } }")]
    [InlineData("services: { a: { type: web, image: x, port: [], sidecars: { b: { image: y, port: 8080 } } } }")]
    [InlineData("services: { a: { type: web, image: x, path: [] }, b: { type: web, image: y } }")]
    [InlineData("services: { a: { type: web, image: x, deploy: { strategy: [], bake: 5m, step: 5 } } }")]
    [InlineData("services: { a: { type: web, image: x, deploy: { strategy: linear, step: [], interval: 4h } } }")]
    [InlineData("services: { a: { type: internal, image: x, loadBalancer: [], deploy: { strategy: canary }, scale: { max: 3, requests: 5 } } }")]
    [InlineData("services: { a: { type: internal, image: x, loadBalancer: [], health: /ok } }")]
    [InlineData("services: { a: { type: web, image: x, exec: true, readOnly: [] } }")]
    [InlineData("services: { a: { type: web, image: x, scale: { min: 1, max: 3, schedules: [] } } }")]
    [InlineData("services: { a: { type: web, image: x, scale: { max: 3, cpu: [] } } }")]
    [InlineData("services: { a: { type: [], image: x }, b: { type: web, image: y, path: /b, uses: [a] } }")]
    [InlineData("services: { a: { type: site, api: [], apiPath: /x } }")]
    [InlineData("queues: []\nservices: { a: { type: worker, image: x, queue: q } }")]
    [InlineData("queues: { q: [] }\nservices: { a: { type: worker, image: x, queue: q } }")]
    [InlineData("tables: []\nservices: { a: { type: web, image: x, uses: [t] } }")]
    [InlineData("files: []\nservices: { a: { type: web, image: x, volumes: { f: /f } } }")]
    [InlineData("auth: []\nservices: { a: { type: web, image: x, uses: [auth] } }")]
    [InlineData("tables: { t: { partitionKey: { name: id, type: number }, indexes: { one: { partitionKey: { name: id, type: [] } } } } }")]
    [InlineData("tables: { a-b: { partitionKey: id } }\nbuckets: { a: {} }\nservices: { s: { type: web, image: x, env: { A_B_TABLE: x }, uses: [{ a-b: { prefix: [] } }] } }")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { min: [], max: 1, pauseAfter: 5m } } }")]
    [InlineData("network: { nat: [] }\nservices: { a: { type: web, image: public.ecr.aws/x } }")]
    [InlineData("network: []\nservices: { a: { type: web, image: public.ecr.aws/x, uses: [emr] } }")]
    [InlineData("network: { import: [], subnets: { size: 24 } }")]
    [InlineData("network: { import: { vpc: vpc-0abc }, zones: [], subnets: { public: [10.0.1.0/24], private: [10.0.2.0/24] } }")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.1.0/24, []], private: [10.0.2.0/24, 10.0.3.0/24] } }")]
    [InlineData("network: { import: { vpc: vpc-0abc }, flowLogs: [] }")]
    public void Load_KeyUnreadableWhereItsDefaultWouldBeWrong_IsOneProblem(string yaml)
    {
        var problems = TestLoad.Text(SmallFile.Head + yaml + "\n").Problems.Where(problem => problem.Code != ErrorCodes.ImageUnreachable || yaml.Contains("network", StringComparison.Ordinal));

        Assert.Equal(ErrorCodes.WrongType, Assert.Single(problems).Code);
    }

    /// <summary>What an environment says lies over something that is not there: it is not judged alone.</summary>
    [Theory]
    [InlineData("domain: 5", "domain: { name: a.example.com }")]
    [InlineData("domain: []", "domain: { name: a.example.com }")]
    [InlineData("network: 5", "network: { import: { vpc: vpc-0abc } }")]
    [InlineData("databases: { d: 5 }", "databases: { d: { version: \"16\" } }")]
    [InlineData("tables: { t: text }", "tables: { t: { ttl: at } }")]
    [InlineData("services: { a: 5 }", "services: { a: { port: 80 } }")]
    [InlineData("schedule: 5", "schedule: { stop: \"22:00\" }")]
    public void Load_UnreadableBelowAnEnvironmentsOwn_IsOneProblem(string below, string above)
    {
        var text = $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{ {above} }}, prod: {{}} }}\n{below}\n";

        Assert.Equal(ErrorCodes.WrongType, Assert.Single(TestLoad.Text(text).Problems).Code);
    }

    private static IEnumerable<object[]> Paths(JsonNode node, params object[] path) => node switch
    {
        JsonObject map => map.Where(pair => pair.Value is not null && pair.Key != "$schema" && pair.Key != "x-note").SelectMany(pair => Paths(pair.Value!, [.. path, pair.Key]).Prepend([.. path, pair.Key])),
        JsonArray list => list.SelectMany((item, i) => Paths(item!, [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };

    private static JsonNode At(JsonNode document, object[] path) =>
        path.Aggregate(document, (node, step) => step is int index ? node[index]! : node[(string)step]!);

    private static void Replace(JsonNode value, JsonNode with)
    {
        if (value.Parent is JsonArray list)
            list[value.GetElementIndex()] = with;
        else
            value.Parent!.AsObject()[value.GetPropertyName()] = with;
    }
}
