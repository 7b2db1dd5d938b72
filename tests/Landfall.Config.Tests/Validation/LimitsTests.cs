using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

/// <summary>The last value that is taken and the first that is not, on both sides of every limit.</summary>
public class LimitsTests
{
    private const string Web = "services: { a: { type: web, image: n, ";

    [Theory]
    [InlineData(Web + "deploy: { strategy: linear, step: 3% } } }", "")]
    [InlineData(Web + "deploy: { strategy: linear, step: 2.9% } } }", "LF1106")]
    [InlineData(Web + "deploy: { strategy: canary, step: 2% } } }", "")]
    // 20 % moves in five steps with four pauses: 4 × 8h + 1h = 33h.
    [InlineData(Web + "deploy: { strategy: linear, step: 20, interval: 8h, bake: 1h } } }", "")]
    [InlineData(Web + "deploy: { strategy: linear, step: 20, interval: 8h, bake: 61m } } }", "LF1308")]
    // 30 % moves in four steps: the last is what is left, so that there are three pauses.
    [InlineData(Web + "deploy: { strategy: linear, step: 30, interval: 11h, bake: 0m } } }", "")]
    [InlineData(Web + "deploy: { strategy: linear, step: 30, interval: 11h, bake: 1m } } }", "LF1308")]
    // Without 'bake' its default of 5m counts.
    [InlineData(Web + "deploy: { strategy: linear, step: 50, interval: 24h } } }", "")]
    [InlineData(Web + "deploy: { strategy: linear, step: 30, interval: 659m } } }", "LF1308")]
    [InlineData(Web + "deploy: { strategy: linear, step: 30, interval: 658m } } }", "")]
    [InlineData(Web + "deploy: { strategy: blueGreen, interval: 1m } } }", "LF1308")]
    [InlineData(Web + "deploy: { strategy: canary, interval: 1m, bake: 1m } } }", "")]
    [InlineData(Web + "health: { timeout: 14s } } }", "")]
    [InlineData(Web + "health: { timeout: 15s } } }", "LF1306")]
    [InlineData(Web + "health: { interval: 6s } } }", "")]
    [InlineData(Web + "health: { interval: 5s } } }", "LF1306")]
    [InlineData(Web + "containerHealth: { command: x, timeout: 29s } } }", "")]
    [InlineData(Web + "containerHealth: { command: x, timeout: 30s } } }", "LF1306")]
    [InlineData(Web + "cpu: 256, memory: 2048 } }", "")]
    [InlineData(Web + "cpu: 256, memory: 3072 } }", "LF1301")]
    [InlineData(Web + "cpu: 16384, memory: 120GB } }", "")]
    [InlineData(Web + "path: '/*/*/*/*/*' } }", "")]
    [InlineData(Web + "path: '/*/*/*/*/*?' } }", "LF1315")]
    [InlineData(Web + "scale: { min: 2, max: 2 } } }", "")]
    [InlineData(Web + "scale: { min: 3, max: 2 } } }", "LF1304")]
    [InlineData(Web + "scale: { min: 1, max: 2 } } }", "LF1310")]
    [InlineData(Web + "scale: { min: 0, max: 2, cpu: 50 } } }", "LF1310")]
    [InlineData(Web + "scale: { min: 0, max: 2, schedules: { s: { at: 0 8 * * *, min: 1, max: 1 } } } } }", "")]
    [InlineData(Web + "scale: { min: 1, max: 2, schedules: { s: { at: 0 8 * * *, min: 2, max: 1 } } } } }", "LF1304")]
    [InlineData(Web + "scale: { cpu: 50 } } }", "LF1310")]
    [InlineData(Web + "scale: { max: 4, backlog: 5 } } }", "LF1310")]
    [InlineData("services: { a: { type: internal, image: n, scale: { max: 4, requests: 5 } } }", "LF1310")]
    [InlineData("services: { a: { type: internal, image: n, loadBalancer: true, scale: { max: 4, requests: 5 } } }", "")]
    [InlineData("services: { a: { type: internal, image: n, loadBalancer: true, deploy: { strategy: blueGreen } } }", "")]
    [InlineData("queues: { q: {} }\nservices: { a: { type: worker, image: n, queue: q, scale: { min: 0, max: 4, cpu: 50 } } }", "LF1310")]
    [InlineData("queues: { q: {} }\nservices: { a: { type: worker, image: n, queue: q, scale: { min: 1, max: 4, cpu: 50 } } }", "")]
    [InlineData("queues: { q: {} }\nservices: { a: { type: worker, image: n, queue: q, scale: { min: 0, max: 4, steps: [{ above: 1, add: 1 }, { above: 1, add: 2 }] } } }", "LF1310")]
    [InlineData("queues: { q: {} }\nservices: { a: { type: worker, image: n, queue: q, scale: { min: 0, max: 4, steps: [{ above: 1, add: 1 }], backlog: 4 } } }", "LF1310")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { min: 1, max: 1 } } }", "")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { min: 1.5, max: 1 } } }", "LF1304")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { min: 0.5, max: 1.5 } } }", "")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { min: 0.25, max: 1 } } }", "LF1311")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { min: 0, pauseAfter: 5m } } }", "")]
    [InlineData("databases: { d: { engine: aurora-mysql, capacity: { pauseAfter: 5m } } }", "LF1311")]
    [InlineData("databases: { d: { engine: mysql, capacity: { min: 1 } } }", "LF1311")]
    [InlineData("databases: { d: { engine: aurora-mysql, multiAz: true } }", "LF1311")]
    [InlineData("network: { logRetention: 14d }", "")]
    [InlineData("network: { logRetention: 15d }", "LF1305")]
    [InlineData("network: { logRetention: 36h }", "LF1305")]
    [InlineData("network: { cidr: 10.0.0.0/23 }", "")]
    [InlineData("network: { cidr: 10.0.0.0/24 }", "LF1402")]
    [InlineData("network: { cidr: 10.0.0.0/16 }", "")]
    [InlineData("network: { cidr: 10.0.0.0/15 }", "LF1402")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27], private: [10.0.0.64/28, 10.0.0.80/28] } }", "")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/28], private: [10.0.0.64/28, 10.0.0.80/28] } }", "LF1402")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27], private: [10.0.0.64/28, 10.0.0.80/29] } }", "LF1402")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27], private: [10.0.0.64/28, 10.0.0.64/28] } }", "LF1403")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27], private: [10.0.0.64/28] } }", "LF1404")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27], private: [10.0.0.64/28, 10.0.0.80/28, 10.0.0.96/28] } }", "LF1404")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27] } }", "LF1404")]
    [InlineData("network: { import: { vpc: vpc-0abc }, subnets: { cidr: auto, public: [10.0.0.0/27, 10.0.0.32/27], private: [10.0.0.64/28, 10.0.0.80/28] } }", "LF1404")]
    [InlineData("network: { import: { vpc: vpc-0abc }, cidr: 10.0.0.0/16 }", "LF1404")]
    [InlineData("network: { subnets: { size: 24 } }", "LF1404")]
    public void Validate_ValueAtALimit_IsTakenOrReported(string yaml, string code) =>
        Assert.Equal(code, string.Join(' ', TestLoad.Text(SmallFile.Head + yaml + "\n").Problems
            .Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code)));

    [Theory]
    [InlineData(40, "")]
    [InlineData(41, "LF1108")]
    public void Validate_Tags_AreAtMostForty(int count, string code) =>
        Assert.Equal(code, Code($"tags: {{ {string.Join(", ", Enumerable.Range(0, count).Select(i => $"t{i}: x"))} }}"));

    [Theory]
    [InlineData(128, 256, "")]
    [InlineData(129, 256, "LF1503")]
    [InlineData(128, 257, "LF1503")]
    public void Validate_Tag_IsAsLongAsAwsTakes(int key, int value, string code) =>
        Assert.Equal(code, Code($"tags: {{ {new string('k', key)}: {new string('v', value)} }}"));

    [Theory]
    [InlineData(20, "")]
    [InlineData(21, "LF1313")]
    public void Validate_Indexes_AreAtMostTwenty(int count, string code) =>
        Assert.Equal(code, Code($"tables: {{ t: {{ partitionKey: id, indexes: {{ {string.Join(", ", Enumerable.Range(0, count).Select(i => $"by{i:00}: {{ partitionKey: id }}"))} }} }} }}"));

    [Theory]
    [InlineData(2, "LF1503")]
    [InlineData(3, "")]
    [InlineData(255, "")]
    [InlineData(256, "LF1503")]
    public void Validate_IndexName_HasThreeTo255Characters(int length, string code) =>
        Assert.Equal(code, Code($"tables: {{ t: {{ partitionKey: id, indexes: {{ {new string('i', length)}: {{ partitionKey: id }} }} }} }}"));

    private static string Code(string yaml) => string.Join(' ', SmallFile.Problems(yaml + "\n").Select(problem => problem.Split(' ')[1]).Distinct());
}
