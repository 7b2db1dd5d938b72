using Landfall.Config.Binding;
using Landfall.Config.Model;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Binding;

/// <summary>Manifests of other tools are answered with the right form, once for each thing that is wrong.</summary>
public class ForeignKeysTests
{
    [Theory]
    [InlineData("a: { type: web, image: n, http: { path: / } }", "'path' and 'host'")]
    [InlineData("a: { type: web, image: n, count: { range: 1-4 } }", "'scale': { min: 1, max: 4, cpu: 60 }")]
    [InlineData("a: { type: web, image: { build: ., port: 80 } }", "'port' of the service")]
    [InlineData("a: { type: web, image: n, variables: { A: b } }", "'env'")]
    [InlineData("a: { type: web, image: n, depends_on: [b] }", "'uses'")]
    [InlineData("a: { type: web, image: n, ports: ['80:80'] }", "'port'")]
    [InlineData("a: { type: worker, image: n, subscribe: {} , queue: q }", "'queue'")]
    [InlineData("a: { type: site, singlePage: true }", "routing: spa")]
    [InlineData("a: { type: web, image: n, scale: { range: 1-4 } }", "'min' and 'max'")]
    public void Load_KeyOfAnotherTool_IsAnsweredWithTheRightForm(string service, string advice)
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + $"queues: {{ q: }}\nservices: {{ {service} }}\n").Problems, one => one.Severity == ProblemSeverity.Error);

        Assert.Equal(ErrorCodes.UnknownKey, problem.Code);
        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis: {}", "'extend'")]
    [InlineData("waf: {}", "'firewall'")]
    [InlineData("dynamodb: {}", "'tables'")]
    [InlineData("tables: { t: { partitionKey: id, rangeKey: at } }", "'sortKey'")]
    [InlineData("tables: { t: { partitionKey: id, billingMode: PAY_PER_REQUEST } }", "paid by request")]
    [InlineData("tables: { t: { key: id } }", "'partitionKey'")]
    [InlineData("tables: { t: { partitionKye: id } }", "'partitionKey'")]
    [InlineData("tables: { t: { partitionKey: id, indexes: { byAt: { hashKey: at } } } }", "'partitionKey'")]
    [InlineData("queues: { q: { dlq: true } }", "'retries'")]
    [InlineData("queues: { q: { visibilityTimeout: 30s } }", "'visibility'")]
    [InlineData("buckets: { b: { public: true } }", "never public")]
    [InlineData("databases: { d: { engine: aurora-postgresql, serverless: true } }", "'capacity'")]
    [InlineData("network: { maxAzs: 2 }", "'zones'")]
    public void Load_SectionOfAnotherTool_IsAnsweredWithTheRightForm(string line, string advice)
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + line + "\n").Problems, one => one.Severity == ProblemSeverity.Error);

        Assert.Equal(ErrorCodes.UnknownKey, problem.Code);
        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_BuildOfAWebService_IsAnsweredWithTheImage()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + "services: { a: { type: web, build: . } }\n").Problems);

        Assert.Equal(ErrorCodes.KeyOfOtherType, problem.Code);
        Assert.EndsWith("'image': { build: ./folder }, or { build: { context: ., dockerfile: Dockerfile } }.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WrongKey_IsAnsweredWithWhatIsAllowedThere()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + "queues: { q: { visibilityTimeout: 1m } }\n").Problems);

        Assert.Contains("It has delay, fifo, retention, retries, visibility, was.", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region: ${AWS_REGION}", "${env:AWS_REGION}")]
    [InlineData("notify: ['${{ secrets.MAIL }}']", "${env:MAIL}")]
    [InlineData("services: { a: { type: web, image: '${IMAGE:-nginx}' } }", "${env:IMAGE:-nginx}")]
    [InlineData("services: { a: { type: web, image: n, port: $PORT } }", "${env:PORT}")]
    [InlineData("services: { a: { type: web, image: n, health: '{{ .Values.health }}' } }", "${env:HEALTH}")]
    [InlineData("services: { a: { type: web, image: n, memory: '${self:custom.memory}' } }", "${env:MEMORY}")]
    public void Load_PlaceholderOfAnotherTool_IsOneProblemWithTheRightForm(string line, string form)
    {
        var head = line.StartsWith("region", StringComparison.Ordinal) ? "app: shop\nenvironments: { dev: {} }\n" : SmallFile.Head;

        var problem = Assert.Single(TestLoad.Text(head + line + "\n").Problems, one => one.Severity == ProblemSeverity.Error);

        Assert.Equal(ErrorCodes.Placeholder, problem.Code);
        Assert.Contains(form, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PlaceholderThatTheShellReplaces_IsLeft() =>
        Assert.Empty(SmallFile.Problems("services: { a: { type: web, image: n, command: [sh, -c, 'echo ${HOME} $PATH'], env: { A: '${B}' } } }\n"));

    [Fact]
    public void Advice_KeyThatTheSectionHas_IsNone()
    {
        var sections = typeof(Section).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Section)) && !type.IsAbstract).ToList();

        Assert.Contains(typeof(ServiceModel), sections);
        Assert.All(sections, section => Assert.All(SectionShape.Of(section).Keys.Where(key => key.Rules.For == ServiceTypes.All), key => Assert.Null(ForeignKeys.Advice(section, key.Name))));
    }

    [Theory]
    [InlineData("services: { a: { type: web, image: n, scale: { schedules: { day: { cron: 0 9 * * *, min: 1, max: 2 } } } } }", "'at': cron with five fields")]
    [InlineData("services: { a: { type: job, image: n, schedule: { cron: 0 9 * * * } } }", "'at': cron with five fields")]
    [InlineData("services: { a: { type: web, image: n, volumes: { f: { mountPath: /x } } } }\nfiles: { f: {} }", "'path'")]
    [InlineData("secrets: { s: { value: x } }", "never stands in the file")]
    [InlineData("network: { import: { vpcId: vpc-0123456789abcdef0 } }", "'vpc'")]
    public void Load_KeyOfAnotherToolInASectionOfASection_IsReportedOnce(string line, string advice) =>
        Assert.Contains(advice, Assert.Single(TestLoad.Text(SmallFile.Head + line + "\n").Problems, one => one.Severity == ProblemSeverity.Error).Message, StringComparison.Ordinal);
}
