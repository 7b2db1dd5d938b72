using System.Xml.Linq;
using Landfall.Config;
using Landfall.Operations.Cost;
using Landfall.Operations.Documents;
using Landfall.Operations.Documents.Writing;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Documents;

public sealed class ArchitectureDocumentTests
{
    public static TheoryData<string, string> Samples => new()
    {
        { "shop", "dev" },
        { "shop", "prod" },
        { "django", "staging" },
        { "django", "production" },
        { "ecs-devops", "demo" },
        { "node-pipeline", "dev" },
        { "node-pipeline", "prod" },
        { "flink-monitor", "prod" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Of_Sample_HasEveryServiceStoreStackRoleAndAlarm(string sample, string environment)
    {
        var found = Read(sample, environment);
        var plan = found.Plan;
        var html = XDocument.Parse(HtmlPage.Write(ArchitectureDocument.Of(found)));
        string[] names =
        [
            .. plan.Services.Select(one => one.Title), .. plan.Databases.Select(one => one.Title), .. plan.Tables.Select(one => one.Title), .. plan.Buckets.Select(one => one.Title),
            .. plan.Queues.Select(one => one.Title), .. plan.Secrets.Select(one => one.Name), .. plan.FileSystems.Select(one => one.Name), .. found.Stacks.Select(stack => stack.Name),
            .. found.Resources.OfType("AWS::IAM::Role").Select(role => $"{role.LogicalId} of {role.Stack}"),
            .. found.Resources.All.Where(one => one.Type is "AWS::CloudWatch::Alarm" or "AWS::CloudWatch::CompositeAlarm").Select(one => Words.Text(one.Properties["AlarmName"]) ?? one.LogicalId),
        ];

        var cells = html.Descendants().Where(e => e.Name.LocalName is "td" or "h3").Select(e => e.Value).ToHashSet();

        Assert.True(names.Length > 15);
        Assert.Empty(names.Except(cells));
        Assert.Empty(html.Descendants("a").Select(a => (string)a.Attribute("href")!).Where(link => link.StartsWith('#')).Except(html.Descendants().Attributes("id").Select(id => $"#{id.Value}")));
        Assert.DoesNotContain(cells, cell => cell.Contains("${", StringComparison.Ordinal) || cell.StartsWith(' ') || cell.Contains(" ::", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Of_SameSampleTwice_GivesTheSameBytes(string sample, string environment)
    {
        var (first, second) = (ArchitectureDocument.Of(Read(sample, environment)), ArchitectureDocument.Of(Read(sample, environment)));

        Assert.Equal(MarkdownPage.Write(first), MarkdownPage.Write(second));
        Assert.Equal(HtmlPage.Write(first), HtmlPage.Write(second));
    }

    [Fact]
    public void Of_Shop_IsWhatIsWrittenDown()
    {
        var document = ArchitectureDocument.Of(Read("shop", "prod"));

        GoldenFile.Verify("tests/Landfall.Operations.Tests/Documents/Golden/shop-prod.md", MarkdownPage.Write(document));
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Documents/Golden/shop-prod.html", HtmlPage.Write(document));
    }

    internal static DocumentedEnvironment Read(string sample, string environment)
    {
        var loaded = ConfigLoader.Load(Path.Combine(GoldenFile.Repository, "samples", sample), _ => null);
        var plans = loaded.EnvironmentNames.Select(name => PlanResolver.Resolve(loaded.Config!, name, KnownFacts.Read(loaded.Root))).ToList();
        var project = new Project(loaded.Root, plans.Single(plan => plan.Environment == environment));
        var pipelines = loaded.Config!.PipelineNames.Select(name => PlanResolver.ResolvePipeline(loaded.Config, name)).ToList();
        return DocumentedEnvironment.Of(project, plans, pipelines, EstimatedStack.Of(Environments.Golden($"{sample}/{environment}"), project.Plan.Region));
    }
}
