using System.IO.Compression;

namespace Landfall.EndToEnd.Tests.Distribution;

public sealed class InstalledToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public void Pack_CommandLine_IsSmallAndWithoutTheCdk()
    {
        using var package = ZipFile.OpenRead(tool.CliPackage);
        var names = package.Entries.Select(e => e.Name).ToList();

        Assert.True(new FileInfo(tool.CliPackage).Length < 4_000_000, "The command line's package has grown beyond 4 MB.");
        Assert.Contains("landfall.dll", names);
        Assert.DoesNotContain(names, n => n.StartsWith("Amazon.", StringComparison.Ordinal) || n.StartsWith("Constructs", StringComparison.Ordinal)
            || n.StartsWith("Cdklabs", StringComparison.Ordinal) || n is "Landfall.Constructs.dll" or "Landfall.Synth.dll");
    }

    [Fact]
    public async Task Landfall_InstalledInAnEmptyFolder_InitialisesValidatesAndSynthesises()
    {
        var folder = tool.NewFolder("hello");

        (await tool.LandfallAsync("init", folder, "--app", "hello", "--type", "web", "--kind", "node")).Succeeded();
        (await tool.LandfallAsync("validate", folder)).Succeeded();
        var first = (await tool.LandfallAsync("synth", folder)).Succeeded();
        var second = (await tool.LandfallAsync("synth", folder)).Succeeded();

        Assert.Contains("Obtaining the synth host", first.Error);
        Assert.NotEmpty(Directory.GetFiles(first.Output.Trim(), "*.template.json"));
        Assert.Contains("Nothing has changed", second.Error);
    }

    [Fact]
    public async Task Synth_OfAProjectWithItsOwnHost_BuildsItOnceAndRunsIt()
    {
        var folder = tool.NewFolder("extended");
        (await tool.LandfallAsync("init", folder, "--app", "extended", "--type", "web", "--kind", "node")).Succeeded();
        await File.AppendAllTextAsync(Path.Combine(folder, "landfall.yaml"), "\nextend: ./infra\n", TestContext.Current.CancellationToken);
        var infra = Directory.CreateDirectory(Path.Combine(folder, "infra")).FullName;
        await File.WriteAllTextAsync(Path.Combine(infra, "infra.csproj"), Project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(infra, "Program.cs"), Program, TestContext.Current.CancellationToken);

        var first = (await tool.LandfallAsync("synth", folder, "--output", Path.Combine(folder, "templates"))).Succeeded();
        var second = (await tool.LandfallAsync("synth", folder, "--output", Path.Combine(folder, "templates"))).Succeeded();
        await File.WriteAllTextAsync(Path.Combine(infra, "Program.cs"), Program.Replace("plan, options) =>", "plan, option) =>", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var broken = await tool.LandfallAsync("synth", folder, "--output", Path.Combine(folder, "templates"));

        Assert.Contains("Building infra/infra.csproj", first.Error);
        Assert.DoesNotContain("Building", second.Error);
        Assert.Contains("Nothing has changed", second.Error);
        Assert.Equal(1, broken.ExitCode);
        Assert.EndsWith(
            "does not build:\n  infra/Program.cs:7:37 CS0103 The name 'options' does not exist in the current context\n",
            broken.Error,
            StringComparison.Ordinal);
        var templates = Directory.GetFiles(Path.Combine(folder, "templates"), "*.template.json");
        Assert.Contains(templates, t => File.ReadAllText(t).Contains("owned by us", StringComparison.Ordinal));
    }

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Landfall.Constructs" Version="0.1.0-installed" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Amazon.CDK;
        using Landfall.Constructs.Foundation;
        using Landfall.Constructs.Hosting;

        return LandfallHost.Run(args, (plan, options) =>
        {
            var app = new LandfallApp(plan, options);
            _ = new CfnOutput(new Stack(app, "ours"), "Owner", new CfnOutputProps { Value = "owned by us" });
            return app;
        });
        """;
}
