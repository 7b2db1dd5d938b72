using Landfall.Config.Stacks;
using Landfall.Config.Topology;
using Landfall.Operations.Listing;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Listing;

public sealed class LastSynthesisTests : IDisposable
{
    private const string File = """
        app: ledger
        region: us-east-1
        extend: ./infra
        environments: { demo: {}, prod: {} }
        services:
          api: { type: web, image: nginx }
        """;

    private readonly TemporaryFolder _folder = new();

    public LastSynthesisTests() => _folder.Write("landfall.yaml", File);

    [Fact]
    public void ListedStack_AfterSynthesis_HasWhatTheHostAddedAndWhatDependsOnIt()
    {
        Synthesise("demo");

        var stacks = ListedStack.Of(Load("demo"));

        var records = stacks[^1];
        Assert.Equal(("ledger-demo-records", StackKind.Added), (records.Name, records.Kind));
        Assert.Equal(["ledger-demo-network"], records.DependsOn);
        Assert.Equal(["The ledger's database"], records.Contents);
        Assert.Contains("ledger-demo-records", stacks.Single(s => s.Name == "ledger-demo-api").DependsOn);
    }

    [Fact]
    public void ListedStack_BeforeSynthesis_HasTheFilesStacks() =>
        Assert.Equal(["ledger-demo-network", "ledger-demo-edge", "ledger-demo-api"], ListedStack.Of(Load("demo")).Select(s => s.Name));

    [Fact]
    public void ListedStack_ServiceTakenOutOfTheFileSince_IsNotTakenForAnAddedOne()
    {
        Synthesise("demo");
        _folder.Write("landfall.yaml", File.Replace("api:", "web:", StringComparison.Ordinal));

        Assert.Equal(
            ["ledger-demo-network", "ledger-demo-edge", "ledger-demo-web", "ledger-demo-records"],
            ListedStack.Of(Load("demo")).Select(s => s.Name));
    }

    [Fact]
    public void AddTo_Topology_LeadsFromTheServiceToTheAddedStack()
    {
        Synthesise("demo");
        var project = Load("demo");

        var topology = LastSynthesis.Of(project)!.AddTo(AppTopology.From(project.Plan), project.Plan);

        Assert.Equal(
            """
            api [web: /*]
            └─ needs ledger-demo-records [stack: The ledger's database]
            ledger-demo-records [stack: The ledger's database]

            """,
            TextDiagram.Render(topology));
    }

    [Fact]
    public void Caveat_OneEnvironmentNeverSynthesised_NamesIt()
    {
        Synthesise("demo");

        Assert.Equal(
            $"Stacks that ./infra adds to prod appear after the first 'landfall synth {_folder.Path}'.",
            LastSynthesis.Caveat(ProjectLoader.LoadAll(_folder.Path, null)));
        Assert.Equal("Stacks that ./infra adds are those of the last synthesis.", LastSynthesis.Caveat([Load("demo")]));
    }

    [Fact]
    public void Caveat_NoHostOfItsOwn_IsNull()
    {
        _folder.Write("landfall.yaml", File.Replace("extend: ./infra", "", StringComparison.Ordinal));

        Assert.Null(LastSynthesis.Caveat([Load("demo")]));
    }

    public void Dispose() => _folder.Dispose();

    private Project Load(string environment) => ProjectLoader.Load(_folder.Path, environment);

    private void Synthesise(string environment)
    {
        var project = Load(environment);
        var output = project.AssemblyFolder(local: false);
        var prefix = project.Plan.Prefix;
        var stacks = new[] { ("network", ""), ("edge", $"\"{prefix}-network\""), ("records", $"\"{prefix}-network\", \"{prefix}-records.assets\""), ("api", $"\"{prefix}-records\", \"{prefix}-edge\"") };
        foreach (var (part, _) in stacks)
            _folder.Write(Path.Combine(output, $"{part}.json"), part == "records" ? """{ "Description": "The ledger's database" }""" : "{}");
        _folder.Write(Path.Combine(output, "manifest.json"), $$"""
            { "artifacts": { {{string.Join(',', stacks.Select(s => $$"""
                "{{prefix}}-{{s.Item1}}": { "type": "aws:cloudformation:stack", "dependencies": [{{s.Item2}}], "properties": { "templateFile": "{{s.Item1}}.json" } }
                """))}} } }
            """);
        SynthStamp.Write(output, "stamp", project.Plan);
    }
}
