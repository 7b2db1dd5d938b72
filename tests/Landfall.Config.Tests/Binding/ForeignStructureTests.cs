using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Binding;

public class ForeignStructureTests
{
    [Theory]
    [InlineData("firewall: true", "a mapping. Write 'firewall: {}' for its defaults.")]
    [InlineData("auth: Enabled", "a mapping. Write 'auth: {}' for its defaults.")]
    [InlineData("firewall: off", "a mapping. Leave 'firewall' out to have none, or write 'firewall: null' in an environment that has none.")]
    [InlineData("pipeline: yes", "a mapping. It needs 'source' and 'stages': 'pipeline: { source: …, stages: … }'.")]
    [InlineData("firewall: strict", "a mapping. It has rateLimit.")]
    [InlineData("domain: shop.example.com", "a mapping. It needs 'name': 'domain: { name: … }'.")]
    [InlineData("network: { import: vpc-0123456789abcdef0 }", "a mapping. Write 'import: { vpc: … }'.")]
    [InlineData("network: perZone", "a mapping. Write 'network: { nat: … }'.")]
    [InlineData("databases: { d: aurora-mysql }", "a mapping. It needs 'engine': 'd: { engine: … }'.")]
    [InlineData("databases: { d: postgres }", "a mapping. It needs 'engine': 'd: { engine: … }'.")]
    [InlineData("services: { a: { type: web, image: n, scale: 3 } }", "a mapping. Write 'scale: { min: 3, max: 3 }'.")]
    [InlineData("services: { a: { type: web, image: n, scale: 1-10 } }", "a mapping. Write 'scale: { min: 1, max: 10 }'.")]
    [InlineData("services: { a: { type: web, image: n, deploy: canary } }", "a mapping. Write 'deploy: { strategy: … }'.")]
    [InlineData("services: { a: { type: web, image: n, uses: db } }", "a list. Write 'uses: [db]'.")]
    [InlineData("services: { a: { type: web, image: n, command: python app.py } }", "a list. Write 'command: [python, app.py]'.")]
    [InlineData("services: { a: { type: web, image: n, command: 'a; b' } }", "a list.")]
    [InlineData("queues: [a, b]", "a mapping. Each has its name as a key: 'queues: { a: {}, b: {} }'.")]
    [InlineData("queues: [a, b, c, d]", "a mapping. Each has its name as a key: 'queues: { a: {}, b: {}, c: {}, … }'.")]
    [InlineData("services: { a: { type: web, image: n, scale: { schedules: [{ cron: 0 9 * * *, min: 2 }] } } }", "a mapping. Give each a name as its key: 'schedules: { first: { … } }'.")]
    [InlineData("buckets: uploads", "a mapping. Each has its name as a key: 'buckets: { uploads: {} }'.")]
    [InlineData("databases: [{ name: orders, engine: mysql }]", "a mapping. Each has its name as a key: 'databases: { orders: … }'.")]
    [InlineData("services: { a: { type: web, image: n, env: [MODE=fast, KEY=hush] } }", "a mapping. Each has its name as a key: 'env: { MODE: …, KEY: … }'.")]
    [InlineData("services: { a: { type: web, image: n, env: [{ name: KEY, value: hush }] } }", "a mapping. Each has its name as a key: 'env: { KEY: … }'.")]
    [InlineData("services: { a: { type: web, image: n, uses: { q: {} } } }", "a list. Write 'uses: [q]'.")]
    public void Load_OtherStructure_IsAnsweredWithTheRightOne(string rest, string answer)
    {
        var problem = TestLoad.Text(SmallFile.Head + rest + "\n").Problems.First(one => one.Code == ErrorCodes.WrongType);

        Assert.EndsWith(answer, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queues: []")]
    [InlineData("queues: ['a b']")]
    [InlineData("services: { a: { type: web, image: n, env: [hush] } }")]
    public void Load_StructureOfNoForm_SaysWhatItHasToBe(string rest) =>
        Assert.EndsWith("is a list, but has to be a mapping.", TestLoad.Text(SmallFile.Head + rest + "\n").Problems.First(one => one.Code == ErrorCodes.WrongType).Message, StringComparison.Ordinal);
}
